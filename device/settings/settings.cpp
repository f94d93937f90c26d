#include "device/settings/settings.hpp"

namespace paneltwin::device {

BasicSettings basic_of(const Settings& settings) {
  const bool quiet = settings.is_on("quiet-mode");
  return {.language = settings.text("language"),
          .sleep_timer = std::chrono::minutes(settings.number("sleep-timer")),
          .operation_time_out = std::chrono::seconds(settings.number("operation-time-out")),
          .button_press_volume =
              settings.is_on("mute") ? 0 : settings.number(quiet ? "quiet-button-press" : "button-press"),
          .keyboard = settings.text("keyboard"),
          .device_name = settings.text("device-name")};
}

}  // namespace paneltwin::device
