// Golden pictures, a folder a case: config.yaml says what is seen (the folders below inherit it), pictures.txt keeps a
// digest of every picture, and a few are kept whole.
//
//   scenario: signed-in                       # may be left out, as everything that a folder above says
//   models: all                               # or a list; languages and themes too
//   languages: [en, zh-CN]
//   themes: [light]
//   screens: all
//   keep: [large/light/en/home]               # kept as PNG: a difference shows pixel by pixel
//   known-wrong: {compact/light/ru/scan: the title is cut}     # what is kept is wrong, and nobody is surprised
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "device/assets.hpp"
#include "panel/goldens/picture_digest.hpp"

namespace paneltwin::panel {

/// A list of names, or all that there are.
struct Wanted {
  bool all = true;
  std::vector<std::string> names;
};

struct GoldenCase {
  std::filesystem::path folder;
  std::string scenario = "signed-in";
  Wanted models, languages, themes, screens;
  std::vector<std::string> keep;
  std::map<std::string, std::string, std::less<>> known_wrong;  // picture's name to why
};

/// Every folder in and below `root` whose config.yaml has no other below it, by name. Failure: what is wrong with a
/// config, with its place; none there at all.
std::expected<std::vector<GoldenCase>, device::FileError> load_cases(const std::filesystem::path& root);

/// pictures.txt: name ("large/light/en/home") to digest. A file that is not there is empty.
using GoldenBook = std::map<std::string, PictureDigest, std::less<>>;
std::expected<GoldenBook, device::FileError> load_book(const std::filesystem::path& file);
bool save_book(const std::filesystem::path& file, const GoldenBook& book);

}  // namespace paneltwin::panel
