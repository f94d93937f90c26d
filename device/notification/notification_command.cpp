// What OK on Device Management > Email Notification does, and which of the machine's conditions are told.
#include <optional>

#include "device/answer.hpp"
#include "device/impl.hpp"
#include "device/names.hpp"

namespace paneltwin::device {

namespace {

/// Each condition that there is a box for on the page goes by the same name.
std::optional<NotifyEvent> event_of(FailureKind kind) { return named<NotifyEvent>(name_of(kind)); }

}  // namespace

void Device::Impl::on(const command::SetNotifications& command, Reply reply) {
  answer(reply, enact(notifications_.prepare(command.notifications)));
}

void Device::Impl::watch_conditions() {
  watching_conditions_ = core.condition_events.subscribe([this](const ConditionEvent& seen) {
    const auto event = event_of(seen.kind);
    if (!event) return;
    seen.raised ? notifications_.began(*event, seen.what) : notifications_.ended(*event, seen.what);
  });
}

}  // namespace paneltwin::device
