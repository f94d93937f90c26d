// What the commands about security do.
#include "device/answer.hpp"
#include "device/impl.hpp"

namespace paneltwin::device {

void Device::Impl::on(const command::ImportAuthority& command, Reply reply) {
  answer(reply, authorities_.import(command.content));
}

void Device::Impl::on(const command::RemoveAuthority& command, Reply reply) {
  answer(reply, authorities_.remove(command.fingerprint));
}

/// Whoever accepts the program answers for it, whatever Lock Setting says.
void Device::Impl::on(const command::AcceptProgram&, Reply reply) {
  if (!core.state.admin.panel_logged_in && !core.state.users.administers()) {
    return reply(fail(FailureKind::not_allowed, "no administrator"));
  }
  verifier_.accept(std::move(reply));
}

/// Carried out by being logged.
void Device::Impl::on(const command::RecordEvent&, Reply reply) { reply(0); }

}  // namespace paneltwin::device
