// Which font files the glass is drawn with: assets/fonts.yaml.
#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "device/assets.hpp"

namespace paneltwin::panel {

struct FontSource {
  std::filesystem::path file;
  int face = 0;                                   // of a collection
  std::map<std::string, int, std::less<>> faces;  // by language: letters have other forms there
  std::string package;                            // of Debian, that brings it; empty: somebody's own
  device::FileError not_there;  // what to say when it is missing: where it is asked for, and by which name
  bool operator==(const FontSource&) const = default;
};

/// The face for a language: its own, its nearest relative's ("zh-HK" by "zh"), or the usual one.
int face_for(const FontSource& font, std::string_view language);

struct Fonts {
  FontSource text, icons;
  bool operator==(const Fonts&) const = default;
  /// Errors name file, line and column.
  static std::expected<Fonts, device::FileError> load(const device::Assets& assets);
};

}  // namespace paneltwin::panel
