// Which font files the glass is drawn with: assets/fonts.yaml.
#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "device/assets.hpp"

namespace paneltwin::panel {

struct FontSource {
  std::filesystem::path file;
  int face = 0;                 // of a collection
  std::string package;          // of Debian, that brings it; empty: somebody's own
  device::FileError not_there;  // what to say when it is missing: where it is asked for, and by which name
};

struct Fonts {
  FontSource text, icons;
  /// Errors name file, line and column.
  static std::expected<Fonts, device::FileError> load(const device::Assets& assets);
};

}  // namespace paneltwin::panel
