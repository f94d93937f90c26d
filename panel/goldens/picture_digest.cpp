#include "panel/goldens/picture_digest.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <openssl/evp.h>

namespace paneltwin::panel {

namespace {

/// Pixels [from, to) of a picture that belong to a tile.
struct Tile {
  int x0, y0, x1, y1;
};

Tile tile_at(const Picture& picture, int column, int row) {
  return {picture.width * column / PictureDigest::columns, picture.height * row / PictureDigest::rows,
          picture.width * (column + 1) / PictureDigest::columns, picture.height * (row + 1) / PictureDigest::rows};
}

std::uint8_t* pixel(Picture& picture, int x, int y) {
  return &picture.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                        static_cast<std::size_t>(x)) *
                       4];
}
const std::uint8_t* pixel(const Picture& picture, int x, int y) { return pixel(const_cast<Picture&>(picture), x, y); }

/// FNV-1a over whole pixels, folded into two letters of base 64.
std::string name_of(const Picture& picture, const Tile& tile) {
  std::uint32_t sum = 2166136261u;
  for (int y = tile.y0; y < tile.y1; ++y) {
    const auto* at = pixel(picture, tile.x0, y);
    for (int x = tile.x0; x < tile.x1; ++x, at += 4) {
      std::uint32_t colour = 0;
      std::memcpy(&colour, at, 4);
      sum = (sum ^ colour) * 16777619u;
    }
  }
  sum ^= sum >> 12 ^ sum >> 24;
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return {letters[sum & 63], letters[sum >> 6 & 63]};
}

Picture faint(const Picture& picture) {
  auto pale = picture;
  for (std::size_t i = 0; i < pale.rgba.size(); ++i) {
    if (i % 4 != 3) pale.rgba[i] = static_cast<std::uint8_t>(190 + pale.rgba[i] / 4);
  }
  return pale;
}

void frame(Picture& picture, const Tile& tile) {
  constexpr std::array<std::uint8_t, 4> red{220, 30, 30, 255};
  const auto paint = [&](int x, int y) { std::ranges::copy(red, pixel(picture, x, y)); };
  for (int x = tile.x0; x < tile.x1; ++x) {
    paint(x, tile.y0);
    paint(x, tile.y1 - 1);
  }
  for (int y = tile.y0; y < tile.y1; ++y) {
    paint(tile.x0, y);
    paint(tile.x1 - 1, y);
  }
}

void paste(Picture& whole, const Picture& part, int left) {
  for (int y = 0; y < part.height; ++y) {
    std::copy_n(pixel(part, 0, y), static_cast<std::size_t>(part.width) * 4, pixel(whole, left, y));
  }
}

}  // namespace

PictureDigest digest_of(const Picture& picture) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned size = 0;
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const std::array<int, 2> sides{picture.width, picture.height};
  EVP_DigestInit_ex(context, EVP_sha256(), nullptr);
  EVP_DigestUpdate(context, sides.data(), sizeof sides);
  EVP_DigestUpdate(context, picture.rgba.data(), picture.rgba.size());
  EVP_DigestFinal_ex(context, sum.data(), &size);
  EVP_MD_CTX_free(context);
  PictureDigest digest;
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::size_t kept = 12;
  for (std::size_t i = 0; i < kept; ++i) {
    digest.whole += digits[sum[i] >> 4];
    digest.whole += digits[sum[i] & 15];
  }
  for (int row = 0; row < PictureDigest::rows; ++row) {
    for (int column = 0; column < PictureDigest::columns; ++column) {
      digest.tiles += name_of(picture, tile_at(picture, column, row));
    }
  }
  return digest;
}

Picture marked(const Picture& picture, const PictureDigest& other) {
  const auto own = digest_of(picture);
  auto shown = faint(picture);
  for (int row = 0; row < PictureDigest::rows; ++row) {
    for (int column = 0; column < PictureDigest::columns; ++column) {
      const auto at = static_cast<std::size_t>(row * PictureDigest::columns + column) * 2;
      if (own.tiles.compare(at, 2, other.tiles, std::min(at, other.tiles.size()), 2) == 0) continue;
      const auto tile = tile_at(picture, column, row);
      for (int y = tile.y0; y < tile.y1; ++y) {
        std::copy_n(pixel(picture, tile.x0, y), static_cast<std::size_t>(tile.x1 - tile.x0) * 4,
                    pixel(shown, tile.x0, y));
      }
      frame(shown, tile);
    }
  }
  return shown;
}

Picture compared(const Picture& expected, const Picture& actual) {
  auto difference = faint(actual);
  for (int y = 0; y < actual.height; ++y) {
    for (int x = 0; x < actual.width; ++x) {
      const bool inside = x < expected.width && y < expected.height;
      if (inside && std::equal(pixel(actual, x, y), pixel(actual, x, y) + 4, pixel(expected, x, y))) continue;
      constexpr std::array<std::uint8_t, 4> red{220, 30, 30, 255};
      std::ranges::copy(red, pixel(difference, x, y));
    }
  }
  Picture whole{expected.width + 2 * actual.width, std::max(expected.height, actual.height), {}};
  whole.rgba.resize(static_cast<std::size_t>(whole.width) * static_cast<std::size_t>(whole.height) * 4, 255);
  paste(whole, expected, 0);
  paste(whole, actual, expected.width);
  paste(whole, difference, expected.width + actual.width);
  return whole;
}

}  // namespace paneltwin::panel
