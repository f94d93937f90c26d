#include "device/presets/presets.hpp"

#include <algorithm>

#include "device/presets/preset_json.hpp"
#include "device/settings/limits.hpp"

namespace paneltwin::device {

namespace {

constexpr std::string_view prefix = "preset.";
constexpr std::size_t longest_name = 90;  // bytes of UTF-8

std::string key(int number) { return std::string(prefix) + std::to_string(number); }

}  // namespace

Result<void> check(const Preset& preset) {
  const auto wrong = [](const char* field) { return fail(FailureKind::invalid_value, field); };
  if (preset.number < 0 || preset.number > most_presets) return wrong("number");
  if (preset.name.empty() || !is_line(preset.name, longest_name)) return wrong("name");
  if (preset.copy.has_value() == preset.scan.has_value()) return wrong("settings");
  return preset.copy ? check(*preset.copy) : Result<void>();
}

void Presets::take_up(const SettingValues& settings) {
  for (auto row = settings.lower_bound(prefix); row != settings.end() && row->first.starts_with(prefix); ++row) {
    if (auto preset = preset_from(row->second)) core_.state.presets.push_back(std::move(*preset));
  }
  std::ranges::sort(core_.state.presets, {}, &Preset::number);
}

Result<std::int64_t> Presets::store(Preset preset) {
  auto& all = core_.state.presets;
  if (auto good = check(preset); !good) return std::unexpected(good.error());
  if (preset.scan && preset.scan->folder) preset.scan->folder->password.clear();
  if (preset.scan) preset.scan->pdf = {};
  if (preset.number == 0) {
    preset.number = 1;
    for (const auto& taken : all) preset.number += taken.number == preset.number ? 1 : 0;
    if (preset.number > most_presets) return fail(FailureKind::busy, "all presets are taken");
  }
  if (auto kept = core_.keep({{key(preset.number), text_of(preset)}}); !kept) return std::unexpected(kept.error());
  const auto number = preset.number;
  std::erase_if(all, [&](const Preset& old) { return old.number == number; });
  all.insert(std::ranges::lower_bound(all, number, {}, &Preset::number), std::move(preset));
  core_.publish();
  return number;
}

Result<void> Presets::remove(int number) {
  auto& all = core_.state.presets;
  if (std::ranges::find(all, number, &Preset::number) == all.end()) return fail(FailureKind::not_found);
  if (auto kept = core_.keep({{key(number), {}}}); !kept) return kept;
  std::erase_if(all, [&](const Preset& preset) { return preset.number == number; });
  core_.publish();
  return {};
}

Prepared Presets::clear() {
  Prepared change{.apply = [this] { core_.state.presets.clear(); }};
  for (const auto& preset : core_.state.presets) change.settings[key(preset.number)] = {};
  return change;
}

}  // namespace paneltwin::device
