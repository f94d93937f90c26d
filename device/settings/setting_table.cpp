#include "device/settings/setting_table.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <ranges>
#include <set>

#include "device/network/ipv4.hpp"
#include "device/settings/limits.hpp"
#include "device/text/ascii.hpp"

namespace paneltwin::device {

namespace {

std::optional<int> number_of(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

bool is_number(const Setting& setting, std::string_view value) {
  const auto number = number_of(value);
  if (!number || std::to_string(*number) != value) return false;
  if (*number == 0 && !setting.zero.empty()) return true;
  return *number >= setting.least && *number <= setting.most && (*number - setting.least) % setting.step == 0;
}

bool is_made_of(std::string_view text, std::string_view signs) {
  return std::ranges::all_of(text,
                             [&](char c) { return is_letter_or_digit(c) || signs.find(c) != std::string_view::npos; });
}

bool has_letters(const Setting& setting, std::string_view value) {
  if (setting.letters == "ascii") return is_ascii(value, setting.limit);
  if (setting.letters == "name") return is_made_of(value, "-");
  if (setting.letters == "host") return is_made_of(value, ".-");
  if (setting.letters == "digits") return std::ranges::all_of(value, is_digit);
  if (setting.letters == "email") {
    return is_ascii(value, setting.limit) && !value.starts_with('.') &&
           value.find_first_of(":()<>[];\\ ") == std::string_view::npos;
  }
  return is_line(value, setting.limit);
}

bool may_be(const Setting& setting, std::string_view value) {
  switch (setting.kind) {
    case SettingKind::on_off:
      return value == "on" || value == "off";
    case SettingKind::choice:
      return std::ranges::find(setting.choices, value, &SettingChoice::id) != setting.choices.end();
    case SettingKind::language:
      return !value.empty();
    case SettingKind::number:
      return is_number(setting, value);
    case SettingKind::address:
      return value.empty() ? setting.may_be_empty : parse_ipv4(value).has_value();
    case SettingKind::text:
      break;
  }
  return value.size() <= setting.limit && (setting.may_be_empty || !value.empty()) && has_letters(setting, value);
}

}  // namespace

const Setting* SettingTable::find(std::string_view id) const {
  const auto found = settings_.find(id);
  return found == settings_.end() ? nullptr : &found->second;
}

std::vector<std::string> SettingTable::ids() const {
  const auto ids = std::views::keys(settings_);
  return {ids.begin(), ids.end()};
}

std::vector<std::string> SettingTable::groups() const {
  std::set<std::string> groups;
  for (const auto& [_, setting] : settings_) groups.insert(setting.restores);
  return {groups.begin(), groups.end()};
}

Settings SettingTable::initial() const {
  Settings initial;
  for (const auto& [id, setting] : settings_) initial.values.emplace(id, setting.initial);
  return initial;
}

Result<void> check(const Setting& setting, std::string_view value) {
  if (!may_be(setting, value)) return fail(FailureKind::invalid_value, setting.id);
  return {};
}

std::vector<BroughtSetting> brought_along(const Setting& setting, const std::string& value, const Settings& now) {
  const auto brings = [&](const std::string& by) {
    const auto found = setting.brings.find(by);
    return found == setting.brings.end() ? std::vector<BroughtSetting>() : found->second;
  };
  const auto until_now = brings(now.text(setting.id));
  auto along = brings(value);
  std::erase_if(along, [&](const BroughtSetting& one) {
    const auto& is = now.text(one.id);
    const auto before = std::ranges::find(until_now, one.id, &BroughtSetting::id);
    const bool is_own = is != (before == until_now.end() ? one.initial : before->value);
    return is == one.value || is_own;
  });
  return along;
}

bool applies(const Setting& setting, const Settings& values) {
  return std::ranges::all_of(setting.when, [&](const auto& condition) {
    return std::ranges::find(condition.second, values.text(condition.first)) != condition.second.end();
  });
}

}  // namespace paneltwin::device
