#include "device/firmware/firmware_schedule.hpp"

#include "device/date_time.hpp"

namespace paneltwin::device {

bool FirmwareSchedule::is_wanted() const {
  const auto& settings = core_.state.settings;
  return core_.ports.firmware &&
         (settings.is_on("firmware-automatic-update") || settings.is_on("firmware-notification"));
}

void FirmwareSchedule::arm() {
  stop();
  if (!is_wanted()) return;
  const auto now = local_time(core_.state, core_.now());
  const auto hour = std::chrono::hours(core_.state.settings.number("firmware-update-hour"));
  auto next = std::chrono::floor<std::chrono::days>(now) + hour;
  if (next <= now) next += std::chrono::days(1);
  timer_ = core_.ports.clock.call_after(next - now, core_.while_alive([this] { is_due(); }));
}

void FirmwareSchedule::stop() {
  if (timer_) core_.ports.clock.cancel(*timer_);
  timer_.reset();
}

/// A machine that is off asks nobody, and one that is busy asks on the next day.
void FirmwareSchedule::is_due() {
  timer_.reset();
  const auto power = core_.state.power;
  if (power == PowerState::on || power == PowerState::asleep) {
    (void)update_.look(core_.while_alive([this](bool newer) { found(newer); }));
  }
  arm();
}

void FirmwareSchedule::found(bool newer) {
  if (!newer) return;
  const auto& settings = core_.state.settings;
  const bool begun = settings.is_on("firmware-automatic-update") && update_.update();
  if (begun || !settings.is_on("firmware-notification")) return;
  core_.tell("firmware.available");
  core_.publish();
}

}  // namespace paneltwin::device
