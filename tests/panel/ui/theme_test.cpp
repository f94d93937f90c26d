// The built-in themes: readable for everybody, and large enough for a finger.
#include "panel/ui/theme.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "panel/panel.hpp"

namespace paneltwin::panel {

static const device::Assets& assets() {
  static const device::Assets built_in({std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"});
  return built_in;
}

// WCAG 2.2, relative luminance and contrast ratio.
static double luminance(Colour colour) {
  const auto part = [&](int shift) {
    const double share = static_cast<double>(colour.rgba >> shift & 0xFF) / 255;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(0) + 0.7152 * part(8) + 0.0722 * part(16);
}
static double contrast(Colour a, Colour b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

TEST(Themes, words_are_readable_on_every_surface) {
  constexpr double aa_text = 4.5, aa_icon = 3;
  for (const auto& name : theme_names(assets())) {
    const auto theme = load_theme(assets(), name, 4).value();
    for (const auto surface : {theme.page, theme.surface, theme.bar, theme.pressed}) {
      EXPECT_GE(contrast(theme.text, surface), aa_text) << name;
      EXPECT_GE(contrast(theme.secondary, surface), aa_text) << name;
      EXPECT_GE(contrast(theme.accent, surface), aa_icon) << name;
    }
    for (const auto surface : {theme.page, theme.surface, theme.bar}) {
      EXPECT_GE(contrast(theme.accent, surface), aa_text) << name << " accent";
      EXPECT_GE(contrast(theme.error, surface), aa_icon) << name << " error";
      EXPECT_GE(contrast(theme.good, surface), aa_icon) << name << " good";
    }
    EXPECT_GE(contrast(theme.error, theme.surface), aa_text) << name << " error words";
    EXPECT_GE(contrast(theme.on_accent, theme.accent), aa_text) << name;
    EXPECT_GE(contrast(theme.on_accent, theme.accent_pressed), aa_text) << name;
    for (const auto surface : {theme.key, theme.key_special, theme.board}) {
      EXPECT_GE(contrast(theme.text, surface), aa_text) << name << " keyboard";
    }
  }
}

TEST(Themes, touch_targets_are_at_least_9_mm) {
  for (const auto& name : theme_names(assets())) {
    const auto theme = load_theme(assets(), name, 10).value();
    EXPECT_GE(theme.touch, 90) << name;
    EXPECT_GE(theme.row, 110) << name;
  }
}

TEST(Themes, a_theme_that_is_not_there_is_a_complaint) {
  const auto theme = load_theme(assets(), "lihgt", 4);
  ASSERT_FALSE(theme);
  EXPECT_NE(theme.error().str().find("lihgt"), std::string::npos);
}

TEST(Models, are_read_with_their_physical_size) {
  const auto compact = load_model(assets(), "compact").value();
  EXPECT_NEAR(compact.pixels_per_mm(), 8.54, 0.01);
  EXPECT_FALSE(load_model(assets(), "../models/compact"));
}

}  // namespace paneltwin::panel
