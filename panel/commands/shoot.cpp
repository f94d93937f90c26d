// shoot: pictures of screens; without names, of every screen in every language and model, with a contact sheet.
#include <chrono>

#include <fmt/format.h>

#include "device/assets.hpp"
#include "panel/automation/contact_sheet.hpp"
#include "panel/commands/commands.hpp"
#include "panel/commands/screen_walk.hpp"
#include "panel/commands/station.hpp"
#include "panel/render/offscreen.hpp"
#include "panel/render/png.hpp"
#include "panel/screens/screens.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;

namespace {

using Done = std::expected<void, StartError>;

/// Keeps a picture of each screen it comes to.
class Photographer {
 public:
  Photographer(fs::path folder, const Screens& screens) : folder_(std::move(folder)), screens_(screens) {}

  Done keep(const WalkStop& at) {
    const auto picture = at.panel.picture();
    const auto& model = at.panel.model().id;
    const fs::path file = fs::path(model) / at.language / (at.screen + ".png");
    std::error_code error;
    fs::create_directories((folder_ / file).parent_path(), error);
    auto png = to_png(picture);
    if (!device::write_file(folder_ / file, png)) {
      return std::unexpected(StartError{"cannot write " + (folder_ / file).string()});
    }
    pictures_.push_back({at.screen, model, at.language, at.theme, file, std::move(png), picture.width, picture.height,
                         flow_to(screens_, at.screen, model, at.language, at.theme)});
    return {};
  }

  [[nodiscard]] const std::vector<TakenPicture>& pictures() const { return pictures_; }

 private:
  fs::path folder_;
  const Screens& screens_;
  std::vector<TakenPicture> pictures_;
};

}  // namespace

int shoot_command(const Options& options) {
  const fs::path folder = options.out.empty() ? "screenshots" : options.out;
  const device::Assets assets(options.machine.assets);
  const auto texts = device::Texts::load(assets);
  if (!texts) return refuse({texts.error().str()});
  const bool everything = options.names.empty();
  const auto models = everything && !options.own_model ? model_ids(assets) : std::vector{options.machine.model};
  const auto languages = options.machine.language ? std::vector{*options.machine.language}
                         : everything             ? texts->tags()
                                                  : std::vector<std::string>{"en"};
  const auto screens = Screens::load(assets, texts->in("en"));
  if (!screens) return refuse({screens.error().str()});
  auto context = OffscreenContext::open();
  if (!context) return refuse({context.error().detail});
  const auto begun = std::chrono::steady_clock::now();
  Photographer photographer(folder, *screens);
  for (const auto& model : models) {
    auto walk = walk_of(options, model);
    walk.languages = languages;
    walk.themes = {options.theme};
    const auto walked = walk_screens(walk, [&](const WalkStop& at) { return photographer.keep(at); });
    if (!walked) return refuse(walked.error());
  }
  if (auto written = write_contact_sheet(folder, photographer.pictures(), *screens, assets, texts->in("en"));
      !written) {
    return refuse({written.error().detail});
  }
  const auto took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  const auto count = photographer.pictures().size();
  fmt::print("{} pictures in {:.1f} s, {:.1f} a second; {}\n", count, took, static_cast<double>(count) / took,
             (folder / "index.html").string());
  return 0;
}

}  // namespace paneltwin::panel
