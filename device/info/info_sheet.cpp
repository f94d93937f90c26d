#include "device/info/info_sheet.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "device/condition/kept_conditions.hpp"
#include "device/yaml/strict_yaml.hpp"

namespace paneltwin::device {

namespace json = boost::json;

namespace {

using strict::allow_only, strict::complain;

/// A state that has everything, so that a pointer that leads nowhere in it leads nowhere at all.
json::value full_state() {
  State state;
  state.product.functions = {std::string(fax_server_function), std::string(board_function)};
  state.email.sign_in.emplace();
  state.fax_server.emplace().email.sign_in.emplace();
  state.additional_network.emplace().email.sign_in.emplace();
  state.glass.emplace();
  state.feeder.emplace();
  state.conditions.paper = paper_sources({"cassette-2", "cassette-3", "cassette-4", "paper-tray"});
  return json::parse(to_json(state));
}

/// Made once: each of twenty sheets asks for it.
const json::value& the_full_state() {
  static const json::value state = full_state();
  return state;
}

const json::value* at(const json::value& state, const std::string& pointer) {
  boost::system::error_code missing;
  return state.find_pointer(pointer, missing);
}

/// A value as `words` and `when` name it: text as it is, numbers in digits, true and false; nothing is empty.
std::string plain(const json::value* value) {
  if (!value || value->is_null()) return {};
  if (const auto* text = value->if_string()) return std::string(*text);
  return json::serialize(*value);
}

/// Reads one file, to the letter.
class InfoReader {
 public:
  /// `others` gives the groups of the sheet of that name.
  InfoReader(const SettingTable& settings, std::function<std::vector<InfoSheet::Group>(const std::string&)> others)
      : settings_(settings), others_(std::move(others)) {}

  std::vector<InfoSheet::Group> groups(const YAML::Node& file) const {
    std::vector<InfoSheet::Group> groups;
    for (const auto& node : list(file, "groups")) {
      if (node["like"]) {
        std::ranges::move(moved(node), std::back_inserter(groups));
        continue;
      }
      allow_only(node, {"title", "when", "columns", "rows"});
      InfoSheet::Group group{word(node, "title"), conditions(node), {}, word(node, "columns") == "true"};
      for (const auto& entry : list(node, "rows")) group.rows.push_back(row(entry));
      groups.push_back(std::move(group));
    }
    return groups;
  }

 private:
  static YAML::Node list(const YAML::Node& node, const char* name) {
    const auto inner = node.IsMap() ? node[name] : YAML::Node();
    if (!inner || !inner.IsSequence()) complain(node, fmt::format("a list '{}' is wanted here", name));
    return inner;
  }

  static std::string word(const YAML::Node& node, const char* name, bool needed = false) {
    return strict::word(node, name, needed);
  }

  void must_lead_somewhere(const YAML::Node& node, const std::string& pointer) const {
    if (pointer.starts_with("/settings/") && settings_.find(pointer.substr(10))) return;
    if (!at(full_, pointer)) complain(node, "the machine's state has nothing at '" + pointer + "'");
  }

  InfoSheet::Conditions conditions(const YAML::Node& node) const {
    InfoSheet::Conditions conditions;
    const auto when = node["when"];
    if (!when) return conditions;
    if (!when.IsMap()) complain(when, "'when' must be pointers with values");
    for (const auto& entry : when) {
      const auto pointer = entry.first.as<std::string>();
      must_lead_somewhere(entry.first, pointer);
      const auto one = entry.second.IsSequence() ? entry.second.as<std::vector<std::string>>()
                                                 : std::vector{entry.second.as<std::string>()};
      conditions.emplace_back(pointer, one);
    }
    return conditions;
  }

  /// Another sheet's groups, which read their values elsewhere in the state.
  std::vector<InfoSheet::Group> moved(const YAML::Node& node) const {
    allow_only(node, {"like", "title", "at", "when"});
    const auto title = word(node, "title");
    const auto places = node["at"].as<std::map<std::string, std::string>>();
    const auto move = [&](std::string& pointer) {
      for (const auto& [from, to] : places) {
        if (pointer != from && !pointer.starts_with(from + "/")) continue;
        pointer.replace(0, from.size(), to);
        break;
      }
      must_lead_somewhere(node, pointer);
    };
    auto groups = others_(word(node, "like", true));
    for (auto& group : groups) {
      if (!title.empty()) group.title = title;
      for (auto& condition : group.when) move(condition.first);
      std::ranges::copy(conditions(node), std::back_inserter(group.when));
      for (auto& row : group.rows) {
        if (!row.value.empty()) move(row.value);
        for (auto& condition : row.when) move(condition.first);
      }
    }
    return groups;
  }

  InfoSheet::Row row(const YAML::Node& node) const {
    allow_only(node, {"id", "label", "value", "words", "text", "says", "when"});
    InfoSheet::Row row{word(node, "id", true), word(node, "label", true), word(node, "value"), {}, {},
                       word(node, "text"),     conditions(node)};
    row.place.line = node.Mark().line + 1;
    if (!row.value.empty()) must_lead_somewhere(node["value"], row.value);
    if (const auto words = node["words"]) row.words = words.as<std::map<std::string, std::string>>();
    row.says = word(node, "says");
    return row;
  }

  const SettingTable& settings_;
  std::function<std::vector<InfoSheet::Group>(const std::string&)> others_;
  const json::value& full_ = the_full_state();
};

bool applies(const InfoSheet::Conditions& conditions, const json::value& state) {
  return std::ranges::all_of(conditions, [&](const auto& condition) {
    const auto value = plain(at(state, condition.first));
    const bool any = !value.empty() && std::ranges::find(condition.second, "any") != condition.second.end();
    return any || std::ranges::find(condition.second, value) != condition.second.end();
  });
}

std::string shown(const InfoSheet::Row& row, const json::value& state, const Catalogue& words) {
  if (!row.says.empty()) return std::string(words.text(row.says));
  if (row.value.empty()) return {};
  const auto value = plain(at(state, row.value));
  if (const auto word = row.words.find(value); word != row.words.end()) return std::string(words.text(word->second));
  if (value.empty()) return std::string(words.text("info.empty"));
  return row.text.empty() ? value : words.text(row.text, {{"value", value}});
}

}  // namespace

std::expected<InfoSheet, FileError> InfoSheet::load(const Assets& assets, std::string_view id,
                                                    const SettingTable& settings, int likes) {
  const auto name = fmt::format("info/{}.yaml", id);
  const auto file = assets.find(name);
  if (!file) return std::unexpected(FileError{name, 0, 0, "no such file in the assets folders"});
  return strict::read_strictly(*file, [&](const YAML::Node& root) {
    const auto others = [&](const std::string& other) {
      constexpr int most = 4;
      if (other == id || likes == most) complain(root, "a sheet cannot be like itself, nor lean on five others");
      auto loaded = load(assets, other, settings, likes + 1);
      if (!loaded) throw strict::Complaint{std::move(loaded.error())};
      return std::move(loaded->groups_);
    };
    InfoSheet sheet;
    sheet.groups_ = InfoReader(settings, others).groups(root);
    for (auto& group : sheet.groups_) {
      for (auto& row : group.rows) {
        if (row.place.file.empty())
          row.place.file = file->string();  // what is like another's stands in that one's file
      }
    }
    return sheet;
  });
}

std::vector<InfoGroup> InfoSheet::show(const State& state, const Catalogue& words) const {
  const json::value values = json::parse(to_json(state));
  std::vector<InfoGroup> groups;
  for (const auto& group : groups_) {
    if (!applies(group.when, values)) continue;
    InfoGroup shown_group{group.title.empty() ? "" : std::string(words.text(group.title)), {}, group.columns};
    for (const auto& row : group.rows) {
      if (!applies(row.when, values)) continue;
      shown_group.rows.push_back({row.id, std::string(words.text(row.label)), shown(row, values, words)});
    }
    if (!shown_group.rows.empty()) groups.push_back(std::move(shown_group));
  }
  return groups;
}

}  // namespace paneltwin::device
