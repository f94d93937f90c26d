// Reads menus, and finds the way through them.
#include <algorithm>
#include <deque>

#include "device/names.hpp"
#include "device/text/spelling.hpp"
#include "device/yaml/asset_yaml.hpp"
#include "panel/render/icons.hpp"
#include "panel/screens/menu.hpp"
#include "panel/screens/setting_rows.hpp"

namespace paneltwin::panel {

using device::check_keys;
using device::complaint;
using device::did_you_mean;
using device::FileError;
using device::load_yaml_file;

namespace {

struct MenuReader {
  std::filesystem::path file;
  const device::Catalogue& words;
  const std::vector<std::string>& values;
  const device::SettingTable& settings;

  std::expected<std::string, FileError> text_key(const YAML::Node& map, const char* name) const {
    const auto key = map[name].as<std::string>("");
    if (key.empty()) return std::unexpected(complaint(file, map, std::string("'") + name + "' is missing"));
    if (words.has(key)) return key;
    std::vector<std::string> keys;
    for (const auto& [known, _] : words.own()) keys.push_back(known);
    return std::unexpected(
        complaint(file, map[name], "no text '" + key + "' in the catalogues" + did_you_mean(keys, key)));
  }

  std::expected<bool, FileError> flag(const YAML::Node& map, const char* name) const {
    if (!map[name]) return false;
    const auto word = map[name].as<std::string>("");
    if (word == "true" || word == "false") return word == "true";
    return std::unexpected(complaint(file, map[name], "expected true or false"));
  }

  std::expected<MenuItem, FileError> item(const YAML::Node& map) const {
    const std::vector<std::string> known{"id",    "text",  "icon",      "opens",  "value",
                                         "needs", "right", "for-users", "locked", "setting"};
    if (auto good = check_keys(file, map, known); !good) return std::unexpected(good.error());
    if (map["setting"]) return setting_item(map);
    MenuItem item;
    item.id = map["id"].as<std::string>("");
    if (item.id.empty()) return std::unexpected(complaint(file, map, "'id' is missing"));
    auto text = text_key(map, "text");
    if (!text) return std::unexpected(text.error());
    item.text = *text;
    item.opens = map["opens"].as<std::string>("");
    item.value = map["value"].as<std::string>("");
    item.needs = map["needs"].as<std::string>("");
    const auto for_users = flag(map, "for-users"), locked = flag(map, "locked");
    for (const auto* one : {&for_users, &locked}) {
      if (!*one) return std::unexpected(one->error());
    }
    item.for_users = *for_users;
    item.locked = *locked;
    if (const auto name = map["right"].as<std::string>(""); !name.empty()) {
      item.right = device::named<device::Right>(name);
      if (!item.right) {
        const std::vector<std::string> rights(std::begin(device::names<device::Right>),
                                              std::end(device::names<device::Right>));
        return std::unexpected(complaint(file, map["right"], "no right '" + name + "'" + did_you_mean(rights, name)));
      }
    }
    if (item.opens.empty()) return std::unexpected(complaint(file, map, "'opens' is missing"));
    if (!item.value.empty() && std::ranges::find(values, item.value) == values.end()) {
      return std::unexpected(
          complaint(file, map["value"], "no value '" + item.value + "'" + did_you_mean(values, item.value)));
    }
    return with_icon(map, std::move(item));
  }

  std::expected<MenuItem, FileError> with_icon(const YAML::Node& map, MenuItem item) const {
    item.place = {file.string(), map.Mark().line + 1};
    if (const auto name = map["icon"].as<std::string>(""); !name.empty()) {
      const auto found = icon_named(name);
      if (!found)
        return std::unexpected(
            complaint(file, map["icon"], "no icon '" + name + "'" + did_you_mean(icon_names(), name)));
      item.icon = *found;
    }
    return item;
  }

  std::expected<MenuItem, FileError> setting_item(const YAML::Node& map) const {
    if (auto good = check_keys(file, map, {"setting", "icon"}); !good) return std::unexpected(good.error());
    const auto id = map["setting"].as<std::string>("");
    const auto* setting = settings.find(id);
    if (!setting) {
      return std::unexpected(
          complaint(file, map["setting"], "no setting '" + id + "'" + did_you_mean(settings.ids(), id)));
    }
    return with_icon(map, {.setting = *setting,
                           .id = id,
                           .text = setting->text,
                           .opens = has_screen(*setting) ? id : std::string(),
                           .value = {},
                           .needs = setting->needs});
  }

  std::expected<Menu, FileError> menu(const YAML::Node& root) const {
    if (auto good = check_keys(file, root, {"menu", "title", "style", "items"}); !good)
      return std::unexpected(good.error());
    Menu menu;
    menu.place = {file.string(), root.Mark().line + 1};
    menu.id = root["menu"].as<std::string>("");
    if (menu.id != file.stem()) return std::unexpected(complaint(file, root, "'menu' must be the file's name"));
    auto title = text_key(root, "title");
    if (!title) return std::unexpected(title.error());
    menu.title = *title;
    const auto style = root["style"].as<std::string>("rows");
    if (style != "rows" && style != "tiles") {
      return std::unexpected(complaint(file, root["style"], "expected 'rows' or 'tiles'"));
    }
    menu.tiles = style == "tiles";
    if (!root["items"] || !root["items"].IsSequence())
      return std::unexpected(complaint(file, root, "'items' must be a list"));
    for (const auto& entry : root["items"]) {
      auto read = item(entry);
      if (!read) return std::unexpected(read.error());
      if (menu.tiles && read->setting) return std::unexpected(complaint(file, entry, "a tile cannot be a setting"));
      menu.items.push_back(std::move(*read));
    }
    return menu;
  }
};

// Where a menu leads: known once all are read.
std::expected<void, FileError> check_ways(const std::filesystem::path& file, const YAML::Node& root, const Menus& menus,
                                          std::vector<std::string> targets) {
  for (const auto& [id, _] : menus) targets.push_back(id);
  for (const auto& item : root["items"]) {
    if (item["setting"]) continue;
    const auto opens = item["opens"].as<std::string>("");
    if (std::ranges::find(targets, opens) == targets.end()) {
      return std::unexpected(
          complaint(file, item["opens"], "no menu or screen '" + opens + "'" + did_you_mean(targets, opens)));
    }
  }
  return {};
}

}  // namespace

std::expected<Menus, FileError> load_menus(const device::Assets& assets, const device::Catalogue& words,
                                           const std::vector<std::string>& screens,
                                           const std::vector<std::string>& values,
                                           const device::SettingTable& settings) {
  Menus menus;
  std::vector<std::pair<std::filesystem::path, YAML::Node>> files;
  for (const auto& file : assets.list("menus", ".yaml")) {
    auto root = load_yaml_file(file);
    if (!root) return std::unexpected(root.error());
    auto menu = MenuReader{file, words, values, settings}.menu(*root);
    if (!menu) return std::unexpected(menu.error());
    menus.emplace(menu->id, std::move(*menu));
    files.emplace_back(file, std::move(*root));
  }
  if (!menus.contains("home")) return std::unexpected(FileError{"menus/home.yaml", 0, 0, "the home menu is missing"});
  for (const auto& [file, root] : files) {
    if (auto good = check_ways(file, root, menus, screens); !good) return std::unexpected(good.error());
  }
  return menus;
}

std::vector<std::string> way_to(const Menus& menus, std::string_view id) {
  std::deque<std::vector<std::string>> ways{{"home"}};
  std::vector<std::string> seen{"home"};
  while (!ways.empty()) {
    auto way = std::move(ways.front());
    ways.pop_front();
    const auto menu = menus.find(way.back());
    if (menu == menus.end()) continue;
    for (const auto& item : menu->second.items) {
      if (item.opens == id) return way;
      if (std::ranges::find(seen, item.opens) != seen.end()) continue;
      seen.push_back(item.opens);
      auto longer = way;
      longer.push_back(item.opens);
      ways.push_back(std::move(longer));
    }
  }
  return {};
}

std::vector<std::string> taps_to(const Menus& menus, std::string_view id) {
  auto way = way_to(menus, id);
  if (way.empty() || id == "home") return {};
  way.emplace_back(id);
  std::vector<std::string> taps;
  for (std::size_t i = 0; i + 1 < way.size(); ++i) {
    const auto& items = menus.at(way[i]).items;
    const auto item = std::ranges::find(items, way[i + 1], &MenuItem::opens);
    taps.push_back(item->id);
  }
  return taps;
}

}  // namespace paneltwin::panel
