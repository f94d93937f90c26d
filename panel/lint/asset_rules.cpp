#include "panel/lint/asset_rules.hpp"

#include <fmt/format.h>

#include "device/text/catalogue.hpp"
#include "panel/lint/contrast.hpp"
#include "panel/lint/text_rules.hpp"
#include "panel/panel.hpp"
#include "panel/render/font_coverage.hpp"
#include "panel/screens/screens.hpp"
#include "panel/ui/theme.hpp"

namespace paneltwin::panel {

namespace {

class AssetCheck {
 public:
  explicit AssetCheck(const device::Assets& assets) : assets_(assets) {
    themes();
    models();
    words();
  }
  Findings take() { return std::move(findings_); }

 private:
  void broken(const device::FileError& error) {
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

  void screens(const device::Catalogue& english) {
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
