#include "device/settings/setting_words.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

namespace paneltwin::device {

static std::string number_words(const Setting& setting, const std::string& value, const Catalogue& words) {
  int number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  if (number == 0 && !setting.zero.empty()) return std::string(words.text(setting.zero));
  if (setting.unit == "minutes") return span_words(words, std::chrono::minutes(number));
  if (setting.unit == "seconds") return span_words(words, std::chrono::seconds(number));
  if (setting.unit == "utc") {
    return fmt::format("UTC{}{:02}:{:02}", number < 0 ? '-' : '+', std::abs(number) / 60, std::abs(number) % 60);
  }
  return setting.unit.empty() ? value : words.text(setting.unit, {{"count", value}});
}

std::string value_words(const Setting& setting, const std::string& value, const Catalogue& words, const Texts& texts) {
  switch (setting.kind) {
    case SettingKind::on_off:
      return std::string(words.text(value == "on" ? "value.on" : "value.off"));
    case SettingKind::choice: {
      const auto choice = std::ranges::find(setting.choices, value, &SettingChoice::id);
      return choice == setting.choices.end() ? value : std::string(words.text(choice->text));
    }
    case SettingKind::language:
      return std::string(texts.in(value).text("language.name"));
    case SettingKind::number:
      return number_words(setting, value, words);
    case SettingKind::text:
      if (value.empty() && !setting.zero.empty()) return std::string(words.text(setting.zero));
      break;
    case SettingKind::address:
      break;
  }
  return value;
}

std::string span_words(const Catalogue& words, std::chrono::seconds time) {
  const auto seconds = time.count();
  if (seconds == 0) return std::string(words.text("value.off"));
  if (seconds % 60 != 0) return words.text("value.seconds", {{"count", std::to_string(seconds)}});
  if (seconds % 3600 == 0) return words.text("value.hours", {{"count", std::to_string(seconds / 3600)}});
  return words.text("value.minutes", {{"count", std::to_string(seconds / 60)}});
}

}  // namespace paneltwin::device
