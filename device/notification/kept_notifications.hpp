// E-mail notification as the store's names and values, both ways.
#pragma once

#include "device/notification/notification.hpp"
#include "device/store/kept_values.hpp"

namespace paneltwin::device {

SettingChanges kept(const Notifications& notifications);
SettingChanges kept_told(const std::set<std::string>& told);
/// Lasting events that have been told already.
std::vector<std::string> told_events(const KeptValues& values);
/// An event that nobody knows any more is left out.
Notifications notifications_from(KeptValues& values);

}  // namespace paneltwin::device
