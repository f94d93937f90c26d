#include "panel/world/access_points.hpp"

#include "device/yaml/strict_yaml.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;

static device::AccessPoint access_point(const YAML::Node& map) {
  strict::allow_only(map, {"ssid", "security", "password", "channel", "signal", "filters_addresses", "button_pressed"});
  return {.ssid = strict::text(map["ssid"]),
          .security = strict::text(map["security"]),
          .password = strict::text(map["password"]),
          .channel = map["channel"] ? strict::number(map["channel"], 1, 177) : 1,
          .signal = map["signal"] ? strict::number(map["signal"], 1, 4) : 4,
          .filters_addresses = map["filters_addresses"] && strict::flag(map["filters_addresses"]),
          .button_pressed = map["button_pressed"] && strict::flag(map["button_pressed"])};
}

std::expected<std::vector<device::AccessPoint>, device::FileError> load_access_points(const device::Assets& assets) {
  const auto file = assets.find("world/access-points.yaml");
  if (!file) return std::vector<device::AccessPoint>();  // nobody is around
  return strict::read_strictly(*file, [](const YAML::Node& root) {
    strict::allow_only(root, {"access-points"});
    std::vector<device::AccessPoint> found;
    for (const auto& map : root["access-points"]) found.push_back(access_point(map));
    return found;
  });
}

}  // namespace paneltwin::panel
