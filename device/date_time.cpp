#include "device/date_time.hpp"

#include <cstdlib>

#include <fmt/format.h>

#include "device/answer.hpp"
#include "device/impl.hpp"

namespace paneltwin::device {

namespace {

std::chrono::minutes difference(const State& state) {
  const auto& settings = state.settings;
  return std::chrono::minutes(settings.number("time-difference") + (settings.is_on("daylight-saving") ? 60 : 0));
}

}  // namespace

Instant machine_time(const State& state, Instant at) { return at + state.clock_error; }

Instant local_time(const State& state, Instant at) { return machine_time(state, at) + difference(state); }

std::string date_words(const State& state, Instant at) {
  const auto iso = to_iso8601(local_time(state, at));  // "2026-11-23T09:30:00Z"
  const auto year = iso.substr(0, 4), month = iso.substr(5, 2), day = iso.substr(8, 2);
  const auto& format = state.settings.text("date-format");
  if (format == "dmy") return day + "-" + month + "-" + year;
  if (format == "mdy") return month + "-" + day + "-" + year;
  return iso.substr(0, 10);
}

std::string time_words(const State& state, Instant at) {
  auto time = to_iso8601(local_time(state, at)).substr(11, 5);
  if (state.settings.text("time-format") != "12") return time;
  const int hour = std::atoi(time.substr(0, 2).c_str());
  return fmt::format("{} {:02}{}", hour < 12 ? "AM" : "PM", hour % 12 == 0 ? 12 : hour % 12, time.substr(2));
}

std::string time_difference_words(const State& state) {
  const auto minutes = difference(state).count();
  return fmt::format("UTC{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60);
}

void Device::Impl::on(const command::SetDateTime& command, Reply reply) {
  const auto error = command.local - difference(core.state) - core.now();
  if (auto done = core.keep({{"clock.error", std::to_string(error.count())}}); !done) return answer(reply, done);
  core.state.clock_error = error;
  firmware_schedule_.arm();
  core.publish();
  reply(0);
}

}  // namespace paneltwin::device
