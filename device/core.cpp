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

Result<void> Core::enact(std::vector<Prepared> changes) {
  SettingChanges kept, kept_secrets;
  bool has_rows = false;
  for (auto& change : changes) {
    kept.merge(change.settings);
    kept_secrets.merge(change.secrets);
    has_rows = has_rows || change.rows;
  }
  if (has_rows || !kept.empty() || !kept_secrets.empty()) {
    auto done = store.together([&] {
      auto changed = store.change(kept, kept_secrets);
      for (auto& change : changes) {
        if (changed && change.rows) changed = change.rows(store);
      }
      return changed;
    });
    set_device_error(FailureKind::store_failed, !done);
    if (!done) return done;
  }
  for (auto& change : changes) change.apply();
  return {};
}

Result<void> Core::enact(Prepared change) {
  std::vector<Prepared> one;
  one.push_back(std::move(change));
  return enact(std::move(one));
}

void Core::set_device_error(FailureKind trouble, bool on, std::string what) {
  const std::pair one(trouble, std::move(what));
  const auto known = std::ranges::find(troubles_, one);
  if (on == (known != troubles_.end())) return;
  if (on) {
    troubles_.push_back(one);
  } else {
    troubles_.erase(known);
  }
  state.device_errors.clear();
  state.device_warnings.clear();
  for (const auto& [kind, _] : troubles_) {
    auto& shown = is_warning(kind) ? state.device_warnings : state.device_errors;
    if (std::ranges::find(shown, kind) == shown.end()) shown.push_back(kind);
  }
  publish();
  condition_events.tell({one.first, one.second, on});
}

void Core::notify(const Failure& failure, std::optional<ReceiptNumber> receipt) {
  const auto& words = words_for(failure.kind);
  if (words.notice.empty()) return;
  add_notice({.kind = failure.kind, .message_key = std::string(words.notice), .receipt = receipt});
}

void Core::tell(std::string_view news) {
  const bool is_open = std::ranges::find(state.notices, news, &Notice::message_key) != state.notices.end();
  if (!is_open) add_notice({.message_key = std::string(news)});
}

void Core::add_notice(Notice notice) {
  notice.id = ++last_notice_;
  if (state.notices.size() == most_notices) state.notices.erase(state.notices.begin());
  state.notices.push_back(std::move(notice));
}

void Core::shut_down() {
  alive_.reset();
  std::lock_guard idle(gate_->mutex);
  gate_->closed = true;
}

}  // namespace paneltwin::device
