// A picture in a line of text: exact, small enough to keep thousands, and able to say where another one differs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "panel/render/picture.hpp"

namespace paneltwin::panel {

struct PictureDigest {
  static constexpr int columns = 8, rows = 5;  // of tiles
  std::string whole;                           // of size and every pixel: 24 hexadecimal digits of SHA-256
  std::string tiles;                           // two letters for each tile, row by row
  bool operator==(const PictureDigest&) const = default;
};

PictureDigest digest_of(const Picture& picture);
/// `picture` with what differs from a picture of that digest framed, the rest faint.
Picture marked(const Picture& picture, const PictureDigest& other);
/// Expected, actual, and what differs (red on faint grey), side by side.
Picture compared(const Picture& expected, const Picture& actual);

}  // namespace paneltwin::panel
