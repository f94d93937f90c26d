#include "device/maintenance/cleaning_schedule.hpp"

#include "device/maintenance/maintenance_job.hpp"

namespace paneltwin::device {

static constexpr const char* last_key = "maintenance.last_cleaning";  // an instant, ISO 8601

void CleaningSchedule::take_up(const SettingValues& kept) {
  const auto last = kept.find(last_key);
  last_ = last == kept.end() ? core_.now() : from_iso8601(last->second).value_or(core_.now());
  armed_for_ = every();
  arm();
}

void CleaningSchedule::settings_changed() {
  if (every() == armed_for_) return;
  armed_for_ = every();
  last_ = core_.now();
  (void)core_.keep({{last_key, to_iso8601(last_)}});
  arm();
}

std::chrono::days CleaningSchedule::every() const {
  return std::chrono::days(core_.state.settings.number("head-cleaning-schedule"));
}

void CleaningSchedule::arm() {
  stop();
  if (every().count() == 0) return;
  timer_ = core_.ports.clock.call_at(last_ + every(), core_.while_alive([this] { is_due(); }));
}

void CleaningSchedule::stop() {
  if (timer_) core_.ports.clock.cancel(*timer_);
  timer_.reset();
}

/// A machine that is off cleans nothing; it is due again when the next one is.
void CleaningSchedule::is_due() {
  timer_.reset();
  last_ = core_.now();
  (void)core_.keep({{last_key, to_iso8601(last_)}});
  const auto power = core_.state.power;
  if (power == PowerState::on || power == PowerState::asleep) {
    (void)maintain(jobs_, MaintenanceAction::head_cleaning);
    core_.publish();
  }
  arm();
}

}  // namespace paneltwin::device
