// Settings that people change on the panel or in Web Config, e-mail server apart.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "device/network/network.hpp"
#include "device/settings/setting_values.hpp"

namespace paneltwin::device {

/// Those of the declared settings that much of the code looks at, in its own types.
struct BasicSettings {
  std::string language = "en";  // BCP 47
  std::chrono::minutes sleep_timer{15};
  std::chrono::seconds operation_time_out{180};  // 0: off
  int button_press_volume = 5;                   // 0 to 10; 0 when muted
  std::string keyboard = "qwerty";               // qwerty, azerty, qwertz
  std::string device_name = "PANELTWIN";
  bool operator==(const BasicSettings&) const = default;
};

BasicSettings basic_of(const Settings& settings);

struct AdminSettings {
  std::string user_name;  // Web Config only; blank by default
  bool lock_setting = false;
  bool panel_logged_in = false;  // administrator is logged in at the panel
  std::string contact_name;      // "Administrator Name/Contact Information"
  bool operator==(const AdminSettings&) const = default;
};

/// `restarting`: out of reach for a while, until it comes up by itself.
enum class PowerState { on, asleep, off, restarting };

}  // namespace paneltwin::device
