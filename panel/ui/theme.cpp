#include "panel/ui/theme.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

#include "device/text/spelling.hpp"
#include "device/yaml/asset_yaml.hpp"

namespace paneltwin::panel {

using device::check_keys;
using device::complaint;
using device::did_you_mean;
using device::FileError;
using device::load_yaml;
using device::load_yaml_file;

namespace {

struct ColourToken {
  const char* name;
  Colour Theme::* member;
};
constexpr ColourToken colour_tokens[] = {
    {"page", &Theme::page},
    {"surface", &Theme::surface},
    {"pressed", &Theme::pressed},
    {"divider", &Theme::divider},
    {"shadow", &Theme::shadow},
    {"scrim", &Theme::scrim},
    {"bar", &Theme::bar},
    {"text", &Theme::text},
    {"secondary", &Theme::secondary},
    {"disabled", &Theme::disabled},
    {"inactive", &Theme::inactive},
    {"accent", &Theme::accent},
    {"accent-pressed", &Theme::accent_pressed},
    {"on-accent", &Theme::on_accent},
    {"focus", &Theme::focus},
    {"good", &Theme::good},
    {"warning", &Theme::warning},
    {"error", &Theme::error},
    {"hint", &Theme::hint},
    {"key", &Theme::key},
    {"key-special", &Theme::key_special},
    {"board", &Theme::board},
};

struct LengthToken {
  const char* name;
  float Theme::* member;
};
constexpr LengthToken length_tokens[] = {
    {"touch", &Theme::touch},   {"row", &Theme::row}, {"bar-height", &Theme::bar_height},
    {"margin", &Theme::margin}, {"gap", &Theme::gap}, {"radius", &Theme::radius},
    {"drag", &Theme::drag},
};

// Heights as people see them: caps to descender for text, the whole drawing for icons.
struct FontToken {
  const char* name;
  FontStyle Theme::* member;
  FontStyle::Family family;
};
constexpr FontToken font_tokens[] = {
    {"small", &Theme::small, FontStyle::Family::text},
    {"body", &Theme::body, FontStyle::Family::text},
    {"strong", &Theme::strong, FontStyle::Family::strong_text},
    {"title", &Theme::title, FontStyle::Family::strong_text},
    {"icon", &Theme::icon, FontStyle::Family::icons},
    {"large-icon", &Theme::large_icon, FontStyle::Family::icons},
};

// Noto Sans CJK: capitals rise 0.733 em, descenders hang 0.205 em.
constexpr double caps_to_descender = 0.938;

}  // namespace

Colour Colour::faded(float share) const {
  const auto alpha = static_cast<float>(rgba >> 24) * std::clamp(share, 0.0f, 1.0f);
  return {(rgba & 0x00FFFFFF) | (static_cast<std::uint32_t>(std::lround(alpha)) << 24)};
}

static std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 && text.size() != 9) return std::nullopt;
  if (text.front() != '#') return std::nullopt;
  std::uint32_t value = 0;
  for (const char digit : text.substr(1)) {
    const std::string_view digits = "0123456789abcdef";
    const auto found = digits.find(static_cast<char>(digit >= 'A' && digit <= 'F' ? digit - 'A' + 'a' : digit));
    if (found == std::string_view::npos) return std::nullopt;
    value = value << 4 | static_cast<std::uint32_t>(found);
  }
  if (text.size() == 7) value = value << 8 | 0xFF;
  return Colour{__builtin_bswap32(value)};
}

template <class Tokens>
static std::vector<std::string> names_of(const Tokens& tokens) {
  std::vector<std::string> names;
  for (const auto& token : tokens) names.emplace_back(token.name);
  return names;
}

/// Checks a section: every token there, none unknown.
template <class Tokens>
static std::expected<void, FileError> check_section(const std::filesystem::path& file, const YAML::Node& root,
                                                    const char* section, const Tokens& tokens) {
  const auto node = root[section];
  if (!node) return std::unexpected(complaint(file, root, std::string("'") + section + "' is missing"));
  if (auto known = check_keys(file, node, names_of(tokens)); !known) return known;
  for (const auto& token : tokens) {
    if (!node[token.name])
      return std::unexpected(complaint(file, node, std::string("'") + token.name + "' is missing"));
  }
  return {};
}

static std::expected<double, FileError> read_length(const std::filesystem::path& file, const YAML::Node& node) {
  constexpr double longest = 100;
  const auto length = node.as<double>(-1);
  if (length >= 0 && length <= longest) return length;
  return std::unexpected(complaint(file, node, "expected millimetres, 0 to 100"));
}

static std::expected<Theme, FileError> read_theme(const std::filesystem::path& file, const YAML::Node& root,
                                                  double pixels_per_mm) {
  if (auto known = check_keys(file, root, {"colours", "lengths", "fonts"}); !known)
    return std::unexpected(known.error());
  if (auto good = check_section(file, root, "colours", colour_tokens); !good) return std::unexpected(good.error());
  if (auto good = check_section(file, root, "lengths", length_tokens); !good) return std::unexpected(good.error());
  if (auto good = check_section(file, root, "fonts", font_tokens); !good) return std::unexpected(good.error());
  Theme theme;
  theme.mm = static_cast<float>(pixels_per_mm);
  for (const auto& token : colour_tokens) {
    const auto node = root["colours"][token.name];
    const auto colour = parse_colour(node.as<std::string>(""));
    if (!colour) return std::unexpected(complaint(file, node, "expected a colour as \"#RRGGBB\" or \"#RRGGBBAA\""));
    theme.*token.member = *colour;
  }
  for (const auto& token : length_tokens) {
    const auto length = read_length(file, root["lengths"][token.name]);
    if (!length) return std::unexpected(length.error());
    theme.*token.member = std::round(static_cast<float>(*length * pixels_per_mm));
  }
  for (const auto& token : font_tokens) {
    const auto height = read_length(file, root["fonts"][token.name]);
    if (!height) return std::unexpected(height.error());
    const double share = token.family == FontStyle::Family::icons ? 1 : caps_to_descender;
    const auto em = static_cast<int>(std::lround(*height * pixels_per_mm / share));
    theme.*token.member = {token.family, std::clamp(em, 4, 400)};
  }
  return theme;
}

std::expected<Theme, FileError> load_theme_file(const device::Assets& assets, std::string_view asset,
                                                double pixels_per_mm) {
  const auto file = assets.find(asset);
  if (!file) return std::unexpected(FileError{asset, 0, 0, "no such theme"});
  const auto root = load_yaml_file(*file);
  if (!root) return std::unexpected(root.error());
  return read_theme(*file, *root, pixels_per_mm);
}

std::expected<Theme, FileError> load_theme(const device::Assets& assets, std::string_view name, double pixels_per_mm,
                                           double text_size) {
  auto theme = load_theme_file(assets, "themes/" + std::string(name) + ".yaml", pixels_per_mm);
  for (const auto& token : font_tokens) {
    if (!theme || token.family == FontStyle::Family::icons) continue;
    auto& style = *theme.*token.member;
    style.em = std::clamp(static_cast<int>(std::lround(style.em * text_size)), 4, 400);
  }
  if (!theme && theme.error().message == "no such theme")
    theme.error().message += did_you_mean(theme_names(assets), name);
  return theme;
}

bool same_layout(const Theme& one, const Theme& other) {
  return std::ranges::all_of(length_tokens,
                             [&](const auto& token) { return one.*token.member == other.*token.member; }) &&
         std::ranges::all_of(font_tokens, [&](const auto& token) { return one.*token.member == other.*token.member; });
}

std::vector<ThemeToken> theme_tokens(const device::Assets& assets, std::string_view name, const Theme& theme) {
  std::vector<ThemeToken> found;
  const auto root = load_yaml(assets, "themes/" + std::string(name) + ".yaml");
  if (!root || !root->IsMap()) return found;
  const auto line_of = [&](const char* section, const char* token) {
    const auto node = (*root)[section];
    return node && node.IsMap() && node[token] ? node[token].Mark().line + 1 : 0;
  };
  for (const auto& token : colour_tokens) {
    found.push_back({std::string("colours.") + token.name, line_of("colours", token.name), theme.*token.member, {}});
  }
  for (const auto& token : font_tokens) {
    found.push_back({std::string("fonts.") + token.name, line_of("fonts", token.name), {}, theme.*token.member});
  }
  return found;
}

std::vector<std::string> theme_names(const device::Assets& assets) {
  std::vector<std::string> names;
  for (const auto& file : assets.list("themes", ".yaml")) names.push_back(file.stem().string());
  return names;
}

}  // namespace paneltwin::panel
