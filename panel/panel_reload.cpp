// What designers save, taken up by the panel that runs. Each kind of file stands by itself: a broken one leaves what it
// is about as it was.
#include <algorithm>

#include "panel/operation_panel.hpp"
#include "panel/scenario.hpp"
#include "panel/sound/tone_file.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;
using device::FileError;

std::expected<std::unique_ptr<OperationPanel::Drawing>, FileError> OperationPanel::Drawing::open(const Model& model,
                                                                                                 const Fonts& fonts,
                                                                                                 const Theme& theme) {
  auto drawing = std::make_unique<Drawing>(model);
  const CurrentImGui current(drawing->imgui.context());
  drawing->imgui.open();
  auto glyphs = Glyphs::open(fonts);
  if (!glyphs) return std::unexpected(glyphs.error());
  drawing->glyphs = std::move(*glyphs);
  drawing->canvas = std::make_unique<Canvas>(*drawing->glyphs);
  drawing->ui = std::make_unique<Ui>(*drawing->canvas, theme);
  drawing->glass = std::make_unique<Glass>(model.width, model.height);
  return drawing;
}

OperationPanel::Drawing::~Drawing() {
  const CurrentImGui current(imgui.context());
  glass.reset();
  glyphs.reset();
}

namespace {

/// True when one of `changed` is in one of these folders, or is one of these files.
bool touches(const std::set<fs::path>& changed, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(changed, [&](const fs::path& name) {
    return std::ranges::any_of(names, [&](std::string_view one) { return !name.empty() && *name.begin() == one; });
  });
}

/// Files that are read when they are asked for: a model, theme or scenario that nobody uses now.
std::expected<void, FileError> check_idle_file(const device::Assets& assets, const fs::path& name) {
  const auto folder = name.parent_path();
  const auto id = name.stem().string();
  if (name.extension() != ".yaml" || !assets.find(name.string())) return {};
  const auto only_fault = [](const auto& read) -> std::expected<void, FileError> {
    if (read) return {};
    return std::unexpected(read.error());
  };
  constexpr double any_density = 4;
  if (folder == "themes") return only_fault(load_theme(assets, id, any_density));
  if (folder == "models") return only_fault(load_model(assets, id));
  if (name == "sounds.yaml") return only_fault(load_tones(assets));
  if (folder == "scenarios") return only_fault(load_scenario(assets, id));
  return {};
}

}  // namespace

void OperationPanel::note(const std::string& what, const Read& read) {
  if (read) {
    faults_.erase(what);
  } else {
    faults_.insert_or_assign(what, read.error());
  }
}

std::vector<FileError> OperationPanel::faults() const {
  std::vector<FileError> faults;
  for (const auto& [_, fault] : faults_) {
    if (std::ranges::find(faults, fault) == faults.end()) faults.push_back(fault);
  }
  return faults;
}

void OperationPanel::reload(const device::Assets& assets, const std::set<fs::path>& changed) {
  if (touches(changed, {"locales"})) note("texts", texts_.reload(assets));
  if (touches(changed, {"themes", "models", "fonts.yaml"})) note("look", reload_look(assets));
  if (touches(changed, {"locales", "menus", "info", "dialogs", "settings", "sheets", "wallpapers", "help"}))
    note("screens", reload_screens(assets));
  for (const auto& name : changed) note(name.string(), check_idle_file(assets, name));
  ++readings_;
  settling_ = 3;
}

OperationPanel::Read OperationPanel::reload_screens(const device::Assets& assets) {
  auto screens = Screens::load(assets, texts_.in("en"));
  if (!screens) return std::unexpected(screens.error());
  screens_.take(std::move(*screens));
  stage_.remake([this](const std::string& id) { return screens_.setting_screen_of(id); });
  stage_.leave([this](const std::string& id) { return !screens_.still_has(id); });
  return {};
}

OperationPanel::Read OperationPanel::reload_look(const device::Assets& assets) {
  auto model = load_model(assets, options_.model.id);
  if (!model) return std::unexpected(model.error());
  auto options = options_;
  options.model = std::move(*model);
  return look(assets, std::move(options));
}

OperationPanel::Read OperationPanel::look(const device::Assets& assets, PanelOptions options) {
  const auto theme = load_theme(assets, options.theme, options.model.pixels_per_mm(), options.text_size);
  if (!theme) return std::unexpected(theme.error());
  const auto fonts = Fonts::load(assets);
  if (!fonts) return std::unexpected(fonts.error());
  const bool same_glass = options.model.width == options_.model.width && options.model.height == options_.model.height;
  if (!same_glass || *fonts != fonts_) {
    auto drawing = Drawing::open(options.model, *fonts, theme_);
    if (!drawing) return std::unexpected(drawing.error());
    drawing_ = std::move(*drawing);
    fonts_ = *fonts;
    queue_ = {};
  }
  options_ = std::move(options);
  theme_ = *theme;
  settling_ = 3;
  return {};
}

}  // namespace paneltwin::panel
