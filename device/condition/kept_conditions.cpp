#include "device/condition/kept_conditions.hpp"

#include <algorithm>
#include <limits>

#include "device/names.hpp"
#include "device/store/kept_values.hpp"

namespace paneltwin::device {

namespace {

constexpr std::string_view sources[] = {"cassette-1", "cassette-2", "cassette-3", "cassette-4", "paper-tray"};
constexpr int cassette_sheets = 500, tray_sheets = 150;
// A machine that has been in use for a while.
constexpr int first_levels[supply_count] = {8'200, 7'600, 7'900, 7'400, 9'000};

std::string key(std::string_view noun, std::string_view name) { return std::string(noun) + "." + std::string(name); }

/// By the store's name for each.
SettingValues written(const Conditions& now) {
  SettingValues values;
  const auto flag = [&](std::string_view name, bool on) { values[key("trouble", name)] = on ? "1" : "0"; };
  flag("cover_open", now.cover_open);
  flag("paper_jam", now.paper_jam);
  flag("printer_error", now.printer_error);
  flag("scanner_error", now.scanner_error);
  for (const auto& supply : now.supplies) values[key("supply", name_of(supply.supply))] = std::to_string(supply.left);
  for (std::size_t ink = 0; ink < ink_count; ++ink)
    flag("clogged." + std::string(names<Supply>[ink]), now.clogged[ink]);
  for (const auto& source : now.paper) {
    values[key("paper", source.id + ".size")] = name_of(source.size);
    values[key("paper", source.id + ".type")] = name_of(source.type);
    values[key("paper", source.id + ".sheets")] = std::to_string(source.sheets);
  }
  const auto count = [&](std::string_view name, const auto& counts, auto name_at) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      values[key("counter", std::string(name) + "." + std::string(name_at(i)))] = std::to_string(counts[i]);
    }
  };
  count("printed", now.counters.printed, [](std::size_t i) { return names<PrintFunction>[i]; });
  count("by_size", now.counters.by_size, [](std::size_t i) { return names<PaperSize>[i]; });
  count("scanned", now.counters.scanned, [](std::size_t i) { return names<ScanFunction>[i]; });
  values["counter.color"] = std::to_string(now.counters.color);
  values["counter.two_sided"] = std::to_string(now.counters.two_sided);
  if (const auto& first = now.counters.first_printed) {
    values["counter.first_printed"] = std::to_string(first->time_since_epoch().count());
  }
  return values;
}

}  // namespace

std::vector<PaperSource> paper_sources(const std::vector<std::string>& functions) {
  const auto has = [&](std::string_view function) { return std::ranges::find(functions, function) != functions.end(); };
  std::vector<PaperSource> paper;
  for (const auto id : sources) {
    if (id != sources[0] && !has(id)) continue;  // every machine has one cassette
    const bool tray = id == "paper-tray";
    PaperSource source{.id = std::string(id), .capacity = tray ? tray_sheets : cassette_sheets};
    source.sheets = tray ? 0 : source.capacity;
    if (id == "cassette-2" && has("a3")) source.size = PaperSize::a3;
    paper.push_back(std::move(source));
  }
  return paper;
}

Conditions conditions_from(const SettingValues& kept, const std::vector<std::string>& functions, PaperSize usual) {
  constexpr auto any = std::numeric_limits<std::int64_t>::max();
  KeptValues values(kept);
  Conditions now;
  for (std::size_t i = 0; i < supply_count; ++i) {
    auto& supply = now.supplies[i];
    supply.left =
        static_cast<int>(values.number(key("supply", name_of(supply.supply)), first_levels[i], 0, full_supply));
  }
  now.paper = paper_sources(functions);
  for (auto& source : now.paper) {
    if (source.size == PaperSize::a4) source.size = usual;
    source.size = values.choice(key("paper", source.id + ".size"), source.size);
    source.type = values.choice(key("paper", source.id + ".type"), source.type);
    source.sheets =
        static_cast<int>(values.number(key("paper", source.id + ".sheets"), source.sheets, 0, source.capacity));
  }
  for (std::size_t ink = 0; ink < ink_count; ++ink) {
    now.clogged[ink] = values.flag("trouble.clogged." + std::string(names<Supply>[ink]), false);
  }
  now.cover_open = values.flag("trouble.cover_open", false);
  now.paper_jam = values.flag("trouble.paper_jam", false);
  now.printer_error = values.flag("trouble.printer_error", false);
  now.scanner_error = values.flag("trouble.scanner_error", false);
  const auto count = [&](std::string_view name, auto& counts, auto name_at) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      counts[i] = values.number(key("counter", std::string(name) + "." + std::string(name_at(i))), 0, 0, any);
    }
  };
  count("printed", now.counters.printed, [](std::size_t i) { return names<PrintFunction>[i]; });
  count("by_size", now.counters.by_size, [](std::size_t i) { return names<PaperSize>[i]; });
  count("scanned", now.counters.scanned, [](std::size_t i) { return names<ScanFunction>[i]; });
  now.counters.color = values.number("counter.color", 0, 0, any);
  now.counters.two_sided = values.number("counter.two_sided", 0, 0, any);
  if (const auto first = values.number("counter.first_printed", 0, 0, any); first > 0) {
    now.counters.first_printed = Instant(Duration(first));
  }
  return now;
}

SettingChanges changes_between(const Conditions& before, const Conditions& now) {
  const auto old_values = written(before);
  SettingChanges changes;
  for (const auto& [name, value] : written(now)) {
    const auto old = old_values.find(name);
    if (old == old_values.end() || old->second != value) changes[name] = value;
  }
  return changes;
}

}  // namespace paneltwin::device
