#include "device/home/kept_home.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace paneltwin::device {

namespace {

constexpr std::string_view order_key = "home.order", hidden_key = "home.hidden", wallpaper_key = "home.wallpaper";

std::vector<std::string> ids_of(const SettingValues& kept, std::string_view name) {
  std::vector<std::string> ids;
  const auto found = kept.find(name);
  if (found == kept.end()) return ids;
  std::string_view rest = found->second;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (end > 0) ids.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return ids;
}

}  // namespace

HomeSettings home_from(const SettingValues& kept) {
  const auto wallpaper = kept.find(wallpaper_key);
  return {ids_of(kept, order_key), ids_of(kept, hidden_key), wallpaper == kept.end() ? "" : wallpaper->second};
}

SettingChanges kept(const HomeSettings& home) {
  return {{std::string(order_key), fmt::format("{}", fmt::join(home.order, " "))},
          {std::string(hidden_key), fmt::format("{}", fmt::join(home.hidden, " "))},
          {std::string(wallpaper_key), home.wallpaper}};
}

}  // namespace paneltwin::device
