#include "device/notification/notification_center.hpp"

#include <fmt/format.h>

#include "device/names.hpp"
#include "device/notification/kept_notifications.hpp"

namespace paneltwin::device {

namespace {

std::string id_of(NotifyEvent event, const std::string& what) {
  return std::string(name_of(event)) + (what.empty() ? "" : " ") + what;
}

/// "Ink Low (Black)", in `words`' language.
std::string event_words(NotifyEvent event, const std::string& what, const Catalogue& words) {
  auto text = std::string(words.text(fmt::format("notification.event.{}", name_of(event))));
  if (const auto key = "notification.what." + what; !what.empty() && words.has(key)) {
    text = words.text("notification.event_of", {{"event", text}, {"what", std::string(words.text(key))}});
  }
  return text;
}

std::string subject_of(const std::string& event, const State& state) {
  const auto& wanted = state.notifications;
  auto subject = event;
  const auto add = [&](bool on, const std::string& part) {
    if (on && !part.empty()) subject += " / " + part;
  };
  add(wanted.name_device, state.basic.device_name);
  add(wanted.name_address, state.network.ip_address);
  add(wanted.name_serial, state.product.serial);
  return subject;
}

std::string body_of(const std::string& event, const State& state, Instant at, const Catalogue& words) {
  return words.text("notification.body", {{"event", event},
                                          {"device", state.basic.device_name},
                                          {"model", state.product.model_name},
                                          {"serial", state.product.serial},
                                          {"address", state.network.ip_address},
                                          {"time", to_iso8601(at)}});
}

}  // namespace

Result<Prepared> NotificationCenter::prepare(const Notifications& notifications) {
  if (auto good = check(notifications); !good) return std::unexpected(good.error());
  for (std::size_t i = 0; i < notify_destinations; ++i) {
    const auto& tag = notifications.destinations[i].language;
    if (core_.texts.in(tag).tag() != tag) return fail(FailureKind::invalid_value, fmt::format("language-{}", i + 1));
  }
  return Prepared{.settings = kept(notifications), .apply = [this, notifications] {
                    core_.state.notifications = notifications;
                    core_.publish();
                  }};
}

void NotificationCenter::happened(NotifyEvent event) { tell(event, "", {}); }

void NotificationCenter::began(NotifyEvent event, const std::string& what) {
  if (!told_.insert(id_of(event, what)).second) return;
  tell(event, what, kept_told(told_));
}

void NotificationCenter::ended(NotifyEvent event, const std::string& what) {
  if (told_.erase(id_of(event, what)) > 0) (void)core_.keep(kept_told(told_));  // told once too seldom at worst
}

void NotificationCenter::tell(NotifyEvent event, const std::string& what, const SettingChanges& changes) {
  std::vector<Letter> letters;
  for (const auto& destination : core_.state.notifications.destinations) {
    if (destination.address.empty() || !destination.events.contains(event)) continue;
    const auto& words = core_.texts.in(destination.language);
    const auto told = event_words(event, what, words);
    letters.push_back(
        {destination.address, subject_of(told, core_.state), body_of(told, core_.state, core_.now(), words)});
  }
  (void)jobs_.send_letters(letters, changes);  // nobody waits for an answer: what the store refuses stays untold
}

}  // namespace paneltwin::device
