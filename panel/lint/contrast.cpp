#include "panel/lint/contrast.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace paneltwin::panel {

namespace {

struct Pair {
  const char* ink_name;
  Colour Theme::* ink;
  const char* ground_name;
  Colour Theme::* ground;
  double least;
};

constexpr double words = 4.5, signs = 3;

constexpr Pair pairs[] = {
    {"text", &Theme::text, "page", &Theme::page, words},
    {"text", &Theme::text, "surface", &Theme::surface, words},
    {"text", &Theme::text, "pressed", &Theme::pressed, words},
    {"text", &Theme::text, "bar", &Theme::bar, words},
    {"text", &Theme::text, "key", &Theme::key, words},
    {"text", &Theme::text, "key-special", &Theme::key_special, words},
    {"text", &Theme::text, "board", &Theme::board, words},
    {"secondary", &Theme::secondary, "page", &Theme::page, words},
    {"secondary", &Theme::secondary, "surface", &Theme::surface, words},
    {"accent", &Theme::accent, "page", &Theme::page, words},
    {"accent", &Theme::accent, "surface", &Theme::surface, words},
    {"accent", &Theme::accent, "bar", &Theme::bar, words},
    {"on-accent", &Theme::on_accent, "accent", &Theme::accent, words},
    {"on-accent", &Theme::on_accent, "accent-pressed", &Theme::accent_pressed, words},
    {"focus", &Theme::focus, "page", &Theme::page, signs},
    {"focus", &Theme::focus, "surface", &Theme::surface, signs},
    {"good", &Theme::good, "surface", &Theme::surface, signs},
    {"warning", &Theme::warning, "surface", &Theme::surface, signs},
    {"error", &Theme::error, "surface", &Theme::surface, signs},
    {"hint", &Theme::hint, "surface", &Theme::surface, signs},
};

double luminance(Colour colour) {
  const auto part = [&](unsigned shift) {
    const double value = (colour.rgba >> shift & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(0) + 0.7152 * part(8) + 0.0722 * part(16);
}

}  // namespace

double contrast(Colour one, Colour other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Findings check_contrast(const Theme& theme, const std::string& name, const std::filesystem::path& file) {
  Findings findings;
  for (const auto& [ink_name, ink, ground_name, ground, least] : pairs) {
    const double is = contrast(theme.*ink, theme.*ground);
    if (is >= least) continue;
    findings.push_back({.rule = "low-contrast",
                        .message = fmt::format("'{}' on '{}' has a contrast of {:.2f}; WCAG AA asks for {}", ink_name,
                                               ground_name, is, least),
                        .theme = name,
                        .file = file});
  }
  return findings;
}

}  // namespace paneltwin::panel
