#include "device/notification/kept_notifications.hpp"

#include <fmt/format.h>

#include "device/names.hpp"

namespace paneltwin::device {

namespace {

constexpr std::string_view told_name = "notification.told";

constexpr std::pair<std::string_view, bool Notifications::*> subject_parts[] = {
    {"notification.name_device", &Notifications::name_device},
    {"notification.name_address", &Notifications::name_address},
    {"notification.name_serial", &Notifications::name_serial}};

std::string key(std::size_t destination, std::string_view name) {
  return fmt::format("notification.{}.{}", destination + 1, name);
}

}  // namespace

SettingChanges kept(const Notifications& notifications) {
  SettingChanges changes;
  for (std::size_t i = 0; i < notify_destinations; ++i) {
    const auto& destination = notifications.destinations[i];
    changes[key(i, "address")] = destination.address;
    changes[key(i, "language")] = destination.language;
    std::string events;
    for (const auto event : destination.events) events += std::string(name_of(event)) + "\n";
    changes[key(i, "events")] = events;
  }
  for (const auto& [name, member] : subject_parts) changes[std::string(name)] = notifications.*member ? "1" : "0";
  return changes;
}

SettingChanges kept_told(const std::set<std::string>& told) {
  return {{std::string(told_name), fmt::format("{}", fmt::join(told, "\n"))}};
}

std::vector<std::string> told_events(const KeptValues& values) { return lines(values.text(told_name)); }

Notifications notifications_from(KeptValues& values) {
  Notifications notifications;
  for (std::size_t i = 0; i < notify_destinations; ++i) {
    auto& destination = notifications.destinations[i];
    destination.address = values.text(key(i, "address"));
    destination.language = values.text(key(i, "language"), destination.language);
    for (const auto& name : lines(values.text(key(i, "events")))) {
      if (const auto event = named<NotifyEvent>(name)) destination.events.insert(*event);
    }
  }
  for (const auto& [name, member] : subject_parts) {
    notifications.*member = values.flag(name, notifications.*member);
  }
  return notifications;
}

}  // namespace paneltwin::device
