// shoot: pictures of screens; without names, of every screen in every language and model, with a contact sheet.
#include <fmt/format.h>

#include "device/assets.hpp"
#include "panel/automation/contact_sheet.hpp"
#include "panel/commands/commands.hpp"
#include "panel/commands/screen_walk.hpp"
#include "panel/commands/station.hpp"
#include "panel/render/offscreen.hpp"
#include "panel/render/png.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;

namespace {

using Done = std::expected<void, StartError>;

/// Keeps a picture of each screen it comes to.
class Photographer {
 public:
  explicit Photographer(fs::path folder) : folder_(std::move(folder)) {}

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
    pictures_.push_back({at.screen, model, at.language, at.theme, file, std::move(png), picture.width, picture.height});
    return {};
  }

  [[nodiscard]] const std::vector<TakenPicture>& pictures() const { return pictures_; }

 private:
  fs::path folder_;
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
  auto context = OffscreenContext::open();
  if (!context) return refuse({context.error().detail});
  Photographer photographer(folder);
  for (const auto& model : models) {
    const auto walked = walk_screens(options, model, languages, {options.theme},
                                     [&](const WalkStop& at) { return photographer.keep(at); });
    if (!walked) return refuse(walked.error());
  }
  if (auto written = write_contact_sheet(folder, photographer.pictures(), assets, texts->in("en")); !written) {
    return refuse({written.error().detail});
  }
  fmt::print("{} pictures; {}\n", photographer.pictures().size(), (folder / "index.html").string());
  return 0;
}

}  // namespace paneltwin::panel
