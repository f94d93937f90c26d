#include "device/core.hpp"

namespace paneltwin::device {

namespace {
constexpr std::size_t most_notices = 20;
}

void Core::publish() {
  ++state.revision;
  snapshots.publish(state);
}

Result<void> Core::keep(const SettingChanges& changes, const SettingChanges& secrets) {
  auto kept = store.change(changes, secrets);
  set_device_error(FailureKind::store_failed, !kept);
  return kept;
}

void Core::set_device_error(FailureKind trouble, bool on) {
  const auto known = std::ranges::find(state.device_errors, trouble);
  if (on == (known != state.device_errors.end())) return;
  if (on) {
    state.device_errors.push_back(trouble);
  } else {
    state.device_errors.erase(known);
  }
  publish();
}

void Core::notify(const Failure& failure, std::optional<ReceiptNumber> receipt) {
  const auto& words = words_for(failure.kind);
  if (words.notice.empty()) return;
  if (state.notices.size() == most_notices) state.notices.erase(state.notices.begin());
  state.notices.push_back({++last_notice_, failure.kind, std::string(words.notice), receipt});
}

void Core::shut_down() {
  alive_.reset();
  std::lock_guard idle(gate_->mutex);
  gate_->closed = true;
}

}  // namespace paneltwin::device
