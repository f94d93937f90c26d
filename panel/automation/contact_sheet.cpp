#include "panel/automation/contact_sheet.hpp"

#include <map>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "net/pages/templates.hpp"

namespace paneltwin::panel {

using net::pages::Data;

static std::string base64(const std::string& bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::string flow_to(const Screens& screens, const std::string& screen, const std::string& model,
                    const std::string& language, const std::string& theme) {
  const auto taps = taps_to(screens.menus(), screen);
  if (taps.empty() && screen != "home") return {};
  auto flow = fmt::format("flow: Go to {}\nmodel: {}\nlanguage: {}\ntheme: {}\nscenario: signed-in\nsteps:\n", screen,
                          model, language, theme);
  for (const auto& tap : taps) flow += "  - tap: " + tap + "\n";
  return flow + "  - screenshot: " + screen + "\n";
}

namespace {

/// Sizes of the drawing, in pixels of the page.
constexpr int column_width = 250, line_height = 22, box_width = 200;

Data map_data(const ScreenMap& map) {
  const auto x = [](const ScreenMap::Place& place) { return place.column * column_width + 10; };
  const auto y = [](const ScreenMap::Place& place) { return static_cast<int>(place.line * line_height) + 14; };
  Data places(Data::type::list), ways(Data::type::list);
  for (const auto& place : map.places) {
    Data one;
    one.set("id", place.id);
    one.set("x", std::to_string(x(place)));
    one.set("y", std::to_string(y(place)));
    places.push_back(one);
  }
  for (const auto& way : map.ways) {
    const auto& from = map.places[way.from];
    const auto& to = map.places[way.to];
    const int x0 = x(from) + box_width, x1 = x(to), bend = (x0 + x1) / 2;
    Data one;
    one.set("path", fmt::format("M{} {}C{} {} {} {} {} {}", x0, y(from), bend, y(from), bend, y(to), x1, y(to)));
    one.set("kind", way.shortest ? "way" : "other");
    ways.push_back(one);
  }
  Data drawing;
  drawing.set("width", std::to_string(map.columns * column_width));
  drawing.set("height", std::to_string(map.lines * line_height + 20));
  drawing.set("places", places);
  drawing.set("ways", ways);
  return drawing;
}

Data picture_data(const TakenPicture& picture) {
  Data shown;
  shown.set("model", picture.model);
  shown.set("language", picture.language);
  shown.set("theme", picture.theme);
  shown.set("file", picture.file.string());
  shown.set("width", std::to_string(picture.width));
  shown.set("height", std::to_string(picture.height));
  shown.set("png", base64(picture.png));
  shown.set("flow", picture.flow);
  return shown;
}

}  // namespace

device::Result<void> write_contact_sheet(const std::filesystem::path& folder, const std::vector<TakenPicture>& pictures,
                                         const Screens& all_screens, const device::Assets& assets,
                                         const device::Catalogue& words) {
  const auto templates = net::pages::Templates::load(assets, "pages/panel");
  if (!templates) return std::unexpected(templates.error());
  std::vector<std::string> screens;
  std::map<std::string, Data> of_screen;
  for (const auto& picture : pictures) {
    auto [group, is_new] = of_screen.try_emplace(picture.screen, Data::type::list);
    if (is_new) screens.push_back(picture.screen);
    group->second.push_back(picture_data(picture));
  }
  Data groups(Data::type::list);
  for (const auto& screen : screens) {
    Data group;
    group.set("screen", screen);
    group.set("pictures", of_screen.at(screen));
    groups.push_back(group);
  }
  Data page;
  page.set("title", "PanelTwin " PANELTWIN_VERSION);
  page.set("count", std::to_string(pictures.size()));
  page.set("groups", groups);
  page.set("map", map_data(map_of(all_screens)));
  if (device::write_file(folder / "index.html", templates->render("contact-sheet", page, words))) return {};
  return device::fail(device::FailureKind::output_failed, "cannot write " + (folder / "index.html").string());
}

}  // namespace paneltwin::panel
