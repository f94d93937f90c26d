// The home screen's arrangement as the store's names and values, both ways.
#pragma once

#include "device/home/home_settings.hpp"
#include "device/store/store.hpp"

namespace paneltwin::device {

HomeSettings home_from(const SettingValues& kept);
SettingChanges kept(const HomeSettings& home);

}  // namespace paneltwin::device
