#include "panel/lint/asset_rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "device/settings/setting_table.hpp"
#include "device/text/catalogue.hpp"
#include "device/text/spelling.hpp"
#include "device/yaml/asset_yaml.hpp"
#include "net/oauth/provider.hpp"
#include "panel/lint/contrast.hpp"
#include "panel/lint/text_rules.hpp"
#include "panel/panel.hpp"
#include "panel/render/font_coverage.hpp"
#include "panel/scenario.hpp"
#include "panel/screens/screens.hpp"
#include "panel/sound/tone_file.hpp"
#include "panel/ui/theme.hpp"

namespace paneltwin::panel {

using device::did_you_mean;
using device::load_yaml_file;

namespace {

class AssetCheck {
 public:
  explicit AssetCheck(const device::Assets& assets) : assets_(assets) {
    themes();
    models();
    sounds();
    scenarios();
    providers();
    words();
  }
  Findings take() { return std::move(findings_); }

 private:
  void broken(const device::FileError& error) {
    const auto is_told = [&](const Finding& one) { return one.file == error.file && one.line == error.line; };
    if (error.line > 0 && std::ranges::any_of(findings_, is_told)) return;
    findings_.push_back({.rule = "broken-file", .message = error.message, .file = error.file, .line = error.line});
  }

  void append(Findings more) { findings_.insert(findings_.end(), more.begin(), more.end()); }

  void themes() {
    constexpr double any_density = 4;  // colours are the same on every glass
    for (const auto& name : theme_names(assets_)) {
      const auto asset = "themes/" + name + ".yaml";
      const auto theme = load_theme(assets_, name, any_density);
      if (!theme) {
        broken(theme.error());
      } else {
        append(check_contrast(*theme, name, assets_.find(asset).value_or(asset)));
      }
    }
  }

  void models() {
    for (const auto& id : model_ids(assets_)) {
      if (const auto model = load_model(assets_, id); !model) broken(model.error());
    }
  }

  void sounds() {
    if (const auto tones = load_tones(assets_); !tones) broken(tones.error());
  }

  void scenarios() {
    for (const auto& file : assets_.list("scenarios", ".yaml")) {
      if (const auto scenario = load_scenario(assets_, file.stem().string()); !scenario) broken(scenario.error());
    }
  }

  void providers() {
    const net::oauth::Places places{
        {"cloud", "https://localhost"}, {"client_id", "id"}, {"smtp_host", "localhost"}, {"smtp_port", "587"}};
    for (const auto& file : assets_.list("providers", ".yaml")) {
      const auto provider = net::oauth::load_provider(file, places);
      // Which application asks is for whoever uses the file to fill in.
      if (!provider && !provider.error().message.contains("'client_id' is empty")) broken(provider.error());
    }
  }

  /// A menu tells its first fault alone; these are told all at once.
  void dead_links(const std::vector<std::string>& targets) {
    for (const auto& file : assets_.list("menus", ".yaml")) {
      const auto root = load_yaml_file(file);
      if (!root || !root->IsMap()) continue;
      const auto items = (*root)["items"];
      if (!items || !items.IsSequence()) continue;
      for (const auto& item : items) {
        if (!item.IsMap() || !item["opens"] || !item["opens"].IsScalar()) continue;
        const auto opens = item["opens"].Scalar();
        if (opens.empty() || std::ranges::find(targets, opens) != targets.end()) continue;
        findings_.push_back({.rule = "dead-link",
                             .message = fmt::format("no menu or screen '{}'{}", opens, did_you_mean(targets, opens)),
                             .screen = file.stem().string(),
                             .node = item["id"].as<std::string>(""),
                             .file = file,
                             .line = item["opens"].Mark().line + 1});
      }
    }
  }

  void words() {
    const auto texts = device::Texts::load(assets_);
    if (!texts) return broken(texts.error());
    languages(*texts);
    screens(texts->in("en"));
  }

  void languages(const device::Texts& texts) {
    const auto& english = texts.in("en");
    for (const auto& tag : texts.tags()) {
      if (tag != "en") append(check_translation(english, texts.in(tag)));
    }
    const auto fonts = Fonts::load(assets_);
    if (!fonts) return broken(fonts.error());
    const auto font = FontCoverage::open(fonts->text);
    if (!font) return broken(font.error());
    for (const auto& tag : texts.tags()) {
      append(check_letters(texts.in(tag), [&](char32_t letter) { return font->has(letter); }));
    }
  }

  /// Each file by itself: the screens are read as one, to the first fault.
  void sheets(const device::Catalogue& english) {
    const auto settings = device::SettingTable::load(assets_, &english);
    if (!settings) return broken(settings.error());  // what leads to a setting leads nowhere then
    for (const auto& file : assets_.list("info", ".yaml")) {
      if (const auto sheet = device::InfoSheet::load(assets_, file.stem().string(), *settings); !sheet)
        broken(sheet.error());
    }
    for (const auto& file : assets_.list("sheets", ".yaml")) {
      if (const auto sheet = device::load_sheet_file(assets_, file.stem().string()); !sheet) broken(sheet.error());
    }
  }

  void screens(const device::Catalogue& english) {
    sheets(english);
    dead_links(Screens::targets(assets_));
    const auto screens = Screens::load(assets_, english);
    if (!screens) return broken(screens.error());
    for (const auto& id : screens->unreachable()) {
      findings_.push_back(
          {.rule = "unreachable-screen", .message = fmt::format("no menu leads to '{}'", id), .screen = id});
    }
  }

  const device::Assets& assets_;
  Findings findings_;
};

}  // namespace

Findings check_assets(const device::Assets& assets) { return AssetCheck(assets).take(); }

}  // namespace paneltwin::panel
