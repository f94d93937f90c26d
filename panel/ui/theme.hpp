// The theme: colours, and lengths that people touch and read, in millimetres of the real glass.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "device/assets.hpp"
#include "panel/render/glyphs.hpp"

namespace paneltwin::panel {

/// Bytes R, G, B, A from the lowest: as vertices carry them.
struct Colour {
  std::uint32_t rgba = 0xFF000000;
  [[nodiscard]] Colour faded(float share) const;  // alpha times `share`
  bool operator==(const Colour&) const = default;
};

struct Theme {
  // Surfaces.
  Colour page, surface, pressed, divider, inactive, shadow, scrim, bar;
  // Words and icons.
  Colour text, secondary, disabled, accent, accent_pressed, on_accent, focus;
  // What is well, wrong, worth knowing.
  Colour good, warning, error, hint;
  // The keyboard.
  Colour key, key_special, board;

  // Lengths, pixels of this model.
  float mm = 4;              // one millimetre
  float touch = 0, row = 0;  // smallest touch target, list row
  float bar_height = 0;      // title bar
  float margin = 0, gap = 0, radius = 0;
  float drag = 0;  // a finger that moves further scrolls
  FontStyle small, body, strong, title, icon, large_icon;

  [[nodiscard]] float px(double millimetres) const { return static_cast<float>(millimetres) * mm; }
};

/// assets/themes/<name>.yaml for a glass of `pixels_per_mm`; letters (not icons) `text_size` times as large.
std::expected<Theme, device::FileError> load_theme(const device::Assets& assets, std::string_view name,
                                                   double pixels_per_mm, double text_size = 1);
/// The same from any file of the assets: the bench has its own.
std::expected<Theme, device::FileError> load_theme_file(const device::Assets& assets, std::string_view asset,
                                                        double pixels_per_mm);
/// True when both lay everything out alike: lengths and letters are the same, colours may differ.
bool same_layout(const Theme& one, const Theme& other);

/// Where each token of a theme's file stands, and what it is called there ("colours.text"), for the inspector.
struct ThemeToken {
  std::string name;
  int line = 0;
  std::optional<Colour> colour;      // of colours
  std::optional<FontStyle> letters;  // of fonts
};
std::vector<ThemeToken> theme_tokens(const device::Assets& assets, std::string_view name, const Theme& theme);
std::vector<std::string> theme_names(const device::Assets& assets);

}  // namespace paneltwin::panel
