#include "panel/screens/wallpaper.hpp"

#include "device/yaml/text_key.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;

namespace {

const std::map<std::string, Colour Theme::*> colours{{"accent", &Theme::accent},   {"hint", &Theme::hint},
                                                     {"good", &Theme::good},       {"warning", &Theme::warning},
                                                     {"error", &Theme::error},     {"surface", &Theme::surface},
                                                     {"divider", &Theme::divider}, {"secondary", &Theme::secondary}};

double percent(const YAML::Node& node) {
  const auto value = node.as<double>(-1e9);
  if (value < -200 || value > 300) strict::complain(node, "expected percent, -200 to 300");
  return value;
}

Wallpaper::Shape shape(const YAML::Node& node) {
  strict::allow_only(node, {"circle", "band", "colour", "alpha"});
  Wallpaper::Shape shape;
  shape.round = node["circle"].IsDefined();
  const auto place = shape.round ? node["circle"] : node["band"];
  const std::size_t numbers = shape.round ? 3 : 4;
  const bool both = shape.round && node["band"];
  if (both || !place || !place.IsSequence() || place.size() != numbers) {
    strict::complain(node, "expected 'circle: [x, y, radius]' or 'band: [x, y, width, height]'");
  }
  shape.x = percent(place[0]);
  shape.y = percent(place[1]);
  shape.width = percent(place[2]);
  if (!shape.round) shape.height = percent(place[3]);
  shape.colour = strict::one_of(node["colour"], colours);
  if (node["alpha"]) shape.alpha = strict::number(node["alpha"], 1, 100);
  return shape;
}

Wallpaper wallpaper_in(const YAML::Node& root, const device::Catalogue& words) {
  strict::allow_only(root, {"wallpaper", "text", "shapes"});
  Wallpaper wallpaper{
      .id = strict::text(root["wallpaper"]), .text = strict::text_key(root["text"], words), .shapes = {}};
  for (const auto& node : root["shapes"]) wallpaper.shapes.push_back(shape(node));
  return wallpaper;
}

}  // namespace

std::expected<Wallpapers, device::FileError> load_wallpapers(const device::Assets& assets,
                                                             const device::Catalogue& words) {
  Wallpapers wallpapers;
  for (const auto& file : assets.list("wallpapers", ".yaml")) {
    auto wallpaper = strict::read_strictly(file, [&](const YAML::Node& root) { return wallpaper_in(root, words); });
    if (!wallpaper) return std::unexpected(wallpaper.error());
    if (wallpaper->id != file.stem()) {
      return std::unexpected(device::FileError{file, 1, 1, "'wallpaper' must be the file's name"});
    }
    wallpapers.emplace(wallpaper->id, std::move(*wallpaper));
  }
  return wallpapers;
}

void draw_wallpaper(Ui& ui, const Rect& area, const Wallpaper& wallpaper) {
  ui.canvas().push_clip(area);
  const auto across = [&](double share) { return area.width * static_cast<float>(share / 100); };
  const auto down = [&](double share) { return area.height * static_cast<float>(share / 100); };
  for (const auto& shape : wallpaper.shapes) {
    const Colour colour = (ui.theme().*shape.colour).faded(static_cast<float>(shape.alpha / 100));
    if (shape.round) {
      ui.canvas().circle(area.x + across(shape.x), area.y + down(shape.y), across(shape.width), colour);
    } else {
      ui.canvas().fill({area.x + across(shape.x), area.y + down(shape.y), across(shape.width), down(shape.height)},
                       colour);
    }
  }
  ui.canvas().pop_clip();
}

}  // namespace paneltwin::panel
