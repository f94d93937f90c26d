#include "panel/render/fonts.hpp"

#include "device/yaml/asset_yaml.hpp"

namespace paneltwin::panel {

using device::check_keys;
using device::complaint;
using device::FileError;
using device::load_yaml;

static std::expected<FontSource, FileError> read_font(const std::filesystem::path& file, const YAML::Node& root,
                                                      const char* name) {
  const auto node = root[name];
  if (!node) return std::unexpected(complaint(file, root, "'" + std::string(name) + "' is missing"));
  if (auto known = check_keys(file, node, {"file", "face", "faces", "package"}); !known)
    return std::unexpected(known.error());
  if (!node["file"] || !node["file"].IsScalar()) return std::unexpected(complaint(file, node, "'file' is missing"));
  FontSource font{.file = node["file"].Scalar(), .package = node["package"].as<std::string>("")};
  if (const auto face = node["face"]; face && (!YAML::convert<int>::decode(face, font.face) || font.face < 0)) {
    return std::unexpected(complaint(file, face, "'face' must be a number from 0"));
  }
  if (node["faces"] && !node["faces"].IsMap()) {
    return std::unexpected(complaint(file, node["faces"], "'faces' must be languages with numbers from 0"));
  }
  for (const auto& entry : node["faces"]) {
    int number = 0;
    if (!YAML::convert<int>::decode(entry.second, number) || number < 0) {
      return std::unexpected(complaint(file, node["faces"], "'faces' must be languages with numbers from 0"));
    }
    font.faces[entry.first.as<std::string>("")] = number;
  }
  auto message = "the font " + font.file.string() + " is missing";
  if (!font.package.empty()) message += "; Debian's package " + font.package + " brings it";
  font.not_there = complaint(file, node["file"], message);
  if (font.file.is_relative()) font.file = file.parent_path() / font.file;
  return font;
}

int face_for(const FontSource& font, std::string_view language) {
  if (const auto exact = font.faces.find(language); exact != font.faces.end()) return exact->second;
  const auto family = language.substr(0, language.find('-'));
  for (const auto& [tag, face] : font.faces) {
    if (std::string_view(tag).substr(0, tag.find('-')) == family) return face;
  }
  return font.face;
}

std::expected<Fonts, FileError> Fonts::load(const device::Assets& assets) {
  const auto root = load_yaml(assets, "fonts.yaml");
  if (!root) return std::unexpected(root.error());
  const auto file = *assets.find("fonts.yaml");
  if (auto known = check_keys(file, *root, {"text", "icons"}); !known) return std::unexpected(known.error());
  auto text = read_font(file, *root, "text");
  if (!text) return std::unexpected(text.error());
  auto icons = read_font(file, *root, "icons");
  if (!icons) return std::unexpected(icons.error());
  return Fonts{std::move(*text), std::move(*icons)};
}

}  // namespace paneltwin::panel
