#include "device/home/home_settings.hpp"

#include <algorithm>

#include "device/settings/limits.hpp"

namespace paneltwin::device {

namespace {

constexpr std::size_t most_tiles = 100, longest_id = 64;

bool is_id(const std::string& id) {
  return !id.empty() && is_ascii(id, longest_id) && id.find_first_of(" ,\"\\") == std::string::npos;
}

bool are_ids(const std::vector<std::string>& ids) {
  return ids.size() <= most_tiles && std::ranges::all_of(ids, is_id);
}

}  // namespace

Result<void> check(const HomeSettings& home) {
  if (!are_ids(home.order)) return fail(FailureKind::invalid_value, "order");
  if (!are_ids(home.hidden)) return fail(FailureKind::invalid_value, "hidden");
  if (!home.wallpaper.empty() && !is_id(home.wallpaper)) return fail(FailureKind::invalid_value, "wallpaper");
  return {};
}

}  // namespace paneltwin::device
