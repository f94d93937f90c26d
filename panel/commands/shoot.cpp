// shoot: pictures of screens; without names, of every screen in every language and model, with a contact sheet.
#include <fmt/format.h>

#include "device/assets.hpp"
#include "panel/automation/contact_sheet.hpp"
#include "panel/commands/commands.hpp"
#include "panel/commands/scratch_folder.hpp"
#include "panel/commands/station.hpp"
#include "panel/render/offscreen.hpp"
#include "panel/render/png.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;

namespace {

using Done = std::expected<void, StartError>;

/// One machine, photographed in one language after the other.
class Photographer {
 public:
  Photographer(const Options& options, fs::path folder) : options_(options), folder_(std::move(folder)) {}

  Done shoot(const std::string& model, const std::vector<std::string>& languages) {
    const ScratchFolder scratch;
    auto machine_options = options_.machine;
    if (!options_.own_state) machine_options.state = scratch.path();
    machine_options.model = model;
    machine_options.clock_stands = true;
    if (machine_options.scenario.empty()) machine_options.scenario = "signed-in";
    auto machine = Machine::start(std::move(machine_options));
    if (!machine) return std::unexpected(machine.error());
    auto panel = open_panel(**machine, options_.theme, false);
    if (!panel) return std::unexpected(panel.error());
    for (const auto& language : languages) {
      if (auto shot = in_language(**machine, **panel, language); !shot) return shot;
    }
    return {};
  }

  [[nodiscard]] const std::vector<TakenPicture>& pictures() const { return pictures_; }

 private:
  Done in_language(Machine& machine, Panel& panel, const std::string& language) {
    auto basic = machine.device().snapshot()->basic;
    basic.language = language;
    machine.device().post(device::command::SetBasic{basic}, {}, device::Origin::world);
    machine.loop().sync([] {});
    for (const auto& screen : options_.names.empty() ? panel.screens() : options_.names) {
      panel.go_home();
      panel.settle();
      if (!panel.open_screen(screen)) return std::unexpected(StartError{"no screen '" + screen + "'", 2});
      panel.settle();
      if (auto kept = keep(panel, screen, language); !kept) return kept;
    }
    return {};
  }

  Done keep(const Panel& panel, const std::string& screen, const std::string& language) {
    const auto picture = panel.picture();
    const fs::path file = fs::path(panel.model().id) / language / (screen + ".png");
    std::error_code error;
    fs::create_directories((folder_ / file).parent_path(), error);
    auto png = to_png(picture);
    if (!device::write_file(folder_ / file, png)) {
      return std::unexpected(StartError{"cannot write " + (folder_ / file).string()});
    }
    pictures_.push_back(
        {screen, panel.model().id, language, options_.theme, file, std::move(png), picture.width, picture.height});
    return {};
  }

  const Options& options_;
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
  Photographer photographer(options, folder);
  for (const auto& model : models) {
    if (auto shot = photographer.shoot(model, languages); !shot) return refuse(shot.error());
  }
  if (auto written = write_contact_sheet(folder, photographer.pictures(), assets, texts->in("en")); !written) {
    return refuse({written.error().detail});
  }
  fmt::print("{} pictures; {}\n", photographer.pictures().size(), (folder / "index.html").string());
  return 0;
}

}  // namespace paneltwin::panel
