// Durations and instants as people and files write them.
#include <array>
#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "device/clock.hpp"

namespace paneltwin::device {

namespace {

struct Unit {
  std::string_view name;
  Duration::rep milliseconds;
};
// "ms" before "m": the longer name is tried first.
constexpr std::array<Unit, 5> units{{{"ms", 1}, {"d", 86'400'000}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1'000}}};

/// Reads `digits` digits at the front of `text` and takes them away.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int number = 0;
  const auto word = text.substr(0, digits);
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || word.starts_with('-')) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::optional<Duration> parse_duration(std::string_view text) {
  if (text.empty()) return std::nullopt;
  constexpr auto most = std::numeric_limits<Duration::rep>::max();
  Duration::rep sum = 0;
  while (!text.empty()) {
    Duration::rep number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || text.front() == '-') return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    const Unit* unit = nullptr;
    for (const auto& candidate : units) {
      if (!unit && text.starts_with(candidate.name)) unit = &candidate;
    }
    if (!unit || number > (most - sum) / unit->milliseconds) return std::nullopt;
    text.remove_prefix(unit->name.size());
    sum += number * unit->milliseconds;
  }
  return Duration(sum);
}

std::string to_iso8601(Instant at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - day));
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

std::optional<Instant> from_iso8601(std::string_view text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day || !take(text, 'T')) return std::nullopt;
  const auto hour = take_digits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || !take(text, ':')) return std::nullopt;
  const auto second = take_digits(text, 2);
  if (!second) return std::nullopt;
  int milliseconds = 0;
  if (take(text, '.')) {
    const auto fraction = take_digits(text, 3);
    if (!fraction) return std::nullopt;
    milliseconds = *fraction;
  }
  const auto date = std::chrono::year(*year) / *month / *day;
  if (text != "Z" || !date.ok() || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return std::chrono::sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         std::chrono::seconds(*second) + Duration(milliseconds);
}

}  // namespace paneltwin::device
