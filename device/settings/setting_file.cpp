// Reads assets/settings/*.yaml.
#include <algorithm>

#include <fmt/format.h>

#include "device/settings/setting_table.hpp"
#include "device/text/spelling.hpp"
#include "device/yaml/text_key.hpp"

namespace paneltwin::device {

namespace {

constexpr int largest_number = 1'000'000'000;
const std::vector<std::string> letter_sets{"line", "ascii", "name", "host", "digits", "email"};

/// What must be there.
YAML::Node needed(const YAML::Node& map, const char* name) {
  if (!map[name]) strict::complain(map, std::string("'") + name + "' is missing");
  return map[name];
}

/// A value as it is written; nothing when it is not there. A text that is there must not be empty.
std::string word(const YAML::Node& map, const char* name) { return map[name] ? strict::text(map[name]) : ""; }

class SettingReader {
 public:
  explicit SettingReader(const Catalogue* words) : words_(words) {}

  Setting setting(const YAML::Node& map) const {
    strict::allow_only(map, {"id",   "text",   "kind",  "initial",     "least",    "most",    "step",
                             "unit", "offers", "zero",  "choices",     "limit",    "letters", "may_be_empty",
                             "when", "locked", "needs", "unlocked_by", "restores", "brings"});
    Setting setting{.id = strict::text(needed(map, "id")), .text = key(needed(map, "text"))};
    setting.kind = strict::one_of<SettingKind>(needed(map, "kind"), {{"on_off", SettingKind::on_off},
                                                                     {"choice", SettingKind::choice},
                                                                     {"language", SettingKind::language},
                                                                     {"number", SettingKind::number},
                                                                     {"text", SettingKind::text},
                                                                     {"address", SettingKind::address}});
    limits(map, setting);
    setting.restores = map["restores"] ? strict::text(map["restores"]) : "all";
    setting.locked = map["locked"] ? strict::flag(map["locked"]) : true;
    setting.unlocked_by = word(map, "unlocked_by");
    setting.needs = word(map, "needs");
    setting.when = conditions(map["when"]);
    setting.brings = brings(map["brings"], setting);
    initial(map, setting);
    return setting;
  }

 private:
  std::string key(const YAML::Node& node) const {
    return words_ ? strict::text_key(node, *words_) : strict::text(node);
  }

  void limits(const YAML::Node& map, Setting& setting) const {
    if (setting.kind == SettingKind::choice) {
      if (!map["choices"] || !map["choices"].IsMap() || map["choices"].size() == 0) {
        strict::complain(map, "'choices' must be values with their texts");
      }
      for (const auto& entry : map["choices"]) {
        setting.choices.push_back({strict::text(entry.first), key(entry.second)});
      }
    }
    if (setting.kind == SettingKind::number) {
      setting.least = strict::number(needed(map, "least"), -largest_number, largest_number);
      setting.most = strict::number(needed(map, "most"), setting.least, largest_number);
      setting.step = map["step"] ? strict::number(map["step"], 1, largest_number) : 1;
      if (map["offers"]) {
        for (const auto& offer : map["offers"])
          setting.offers.push_back(strict::number(offer, -largest_number, largest_number));
      }
      setting.unit = word(map, "unit");
      if (!setting.unit.empty() && setting.unit != "minutes" && setting.unit != "seconds" && setting.unit != "utc")
        key(map["unit"]);
    }
    if (map["zero"] && (setting.kind == SettingKind::number || setting.kind == SettingKind::text)) {
      setting.zero = key(map["zero"]);
    }
    if (map["limit"]) setting.limit = static_cast<std::size_t>(strict::number(map["limit"], 1, 10000));
    if (map["may_be_empty"]) setting.may_be_empty = strict::flag(map["may_be_empty"]);
    setting.letters = map["letters"] ? strict::text(map["letters"]) : "line";
    if (std::ranges::find(letter_sets, setting.letters) == letter_sets.end()) {
      strict::complain(map["letters"],
                       "no letters '" + setting.letters + "'" + did_you_mean(letter_sets, setting.letters));
    }
  }

  static std::vector<std::pair<std::string, std::vector<std::string>>> conditions(const YAML::Node& when) {
    std::vector<std::pair<std::string, std::vector<std::string>>> conditions;
    if (!when) return conditions;
    if (!when.IsMap()) strict::complain(when, "'when' must be settings with values");
    for (const auto& entry : when) {
      auto& values = conditions.emplace_back(strict::text(entry.first), std::vector<std::string>()).second;
      if (!entry.second.IsSequence()) values.push_back(strict::text(entry.second));
      if (entry.second.IsSequence()) {
        for (const auto& value : entry.second) values.push_back(strict::text(value));
      }
    }
    return conditions;
  }

  static std::map<std::string, std::vector<BroughtSetting>> brings(const YAML::Node& node, const Setting& setting) {
    std::map<std::string, std::vector<BroughtSetting>> brings;
    if (!node) return brings;
    if (!node.IsMap()) strict::complain(node, "'brings' must be values, each with settings");
    for (const auto& entry : node) {
      const auto value = strict::text(entry.first);
      if (!check(setting, value)) strict::complain(entry.first, fmt::format("'{}' is never '{}'", setting.id, value));
      if (!entry.second.IsMap()) strict::complain(entry.second, "expected settings with values");
      for (const auto& one : entry.second) {
        brings[value].push_back({.id = strict::text(one.first), .value = strict::text(one.second)});
      }
    }
    return brings;
  }

  static void initial(const YAML::Node& map, Setting& setting) {
    const auto given = map["initial"];
    if (given && !given.IsScalar()) strict::complain(given, "'initial' must be one value");
    if (given) setting.initial = given.Scalar();
    if (!given && setting.kind == SettingKind::on_off) setting.initial = "off";
    if (!given && setting.kind == SettingKind::choice) setting.initial = setting.choices.front().id;
    if (!given && setting.kind == SettingKind::number) setting.initial = std::to_string(setting.least);
    if (setting.kind != SettingKind::language && !check(setting, setting.initial)) {
      strict::complain(given ? given : map, "'" + setting.id + "' must not be '" + setting.initial + "'");
    }
  }

  const Catalogue* words_;
};

/// A value that a condition asks for, spelled as the setting spells it.
void check_condition(const SettingTable& table, const YAML::Node& at, const std::string& id,
                     const std::vector<std::string>& values) {
  const auto* setting = table.find(id);
  if (!setting) strict::complain(at, "no setting '" + id + "'" + did_you_mean(table.ids(), id));
  for (const auto& value : values) {
    if (!check(*setting, value)) strict::complain(at, fmt::format("'{}' is never '{}'", id, value));
  }
}

/// What a value brings along is a choice, whose words are told before it comes.
void link_brought(const SettingTable& table, const YAML::Node& at, BroughtSetting& brought) {
  check_condition(table, at, brought.id, {brought.value});
  const auto& setting = *table.find(brought.id);
  const auto choice = std::ranges::find(setting.choices, brought.value, &SettingChoice::id);
  if (choice == setting.choices.end()) strict::complain(at, "'" + brought.id + "' is no choice");
  brought.text = setting.text;
  brought.value_text = choice->text;
  brought.initial = setting.initial;
}

/// What refers to other settings: known once all are read.
void check_links(const SettingTable& table, std::map<std::string, Setting, std::less<>>& settings,
                 const YAML::Node& list) {
  for (const auto& map : list) {
    auto& setting = settings.at(map["id"].Scalar());
    for (auto& [_, brought] : setting.brings) {
      for (auto& one : brought) link_brought(table, map["brings"], one);
    }
    for (const auto& [id, values] : setting.when) check_condition(table, map["when"], id, values);
    if (!setting.unlocked_by.empty()) check_condition(table, map["unlocked_by"], setting.unlocked_by, {"on"});
  }
}

}  // namespace

std::expected<SettingTable, FileError> SettingTable::load(const Assets& assets, const Catalogue* words) {
  SettingTable table;
  const SettingReader reader(words);
  std::vector<std::pair<std::filesystem::path, YAML::Node>> lists;
  for (const auto& file : assets.list("settings", ".yaml")) {
    const auto read = strict::read_strictly(file, [&](const YAML::Node& root) {
      strict::allow_only(root, {"settings"});
      const auto list = root["settings"];
      if (!list || !list.IsSequence()) strict::complain(root, "'settings' must be a list");
      for (const auto& map : list) {
        auto setting = reader.setting(map);
        const auto id = setting.id;
        if (!table.settings_.emplace(id, std::move(setting)).second) {
          strict::complain(map["id"], "setting '" + id + "' is declared twice");
        }
      }
      lists.emplace_back(file, list);
      return true;
    });
    if (!read) return std::unexpected(read.error());
  }
  for (const auto& [file, list] : lists) {
    try {
      check_links(table, table.settings_, list);
    } catch (strict::Complaint& wrong) {
      wrong.error.file = file;
      return std::unexpected(std::move(wrong.error));
    }
  }
  return table;
}

}  // namespace paneltwin::device
