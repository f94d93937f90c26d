#include "device/paper/page_image.hpp"

#include <algorithm>
#include <cmath>

namespace paneltwin::device {

namespace {

constexpr int black_below = 144;              // paper is seldom quite white, ink seldom quite black
constexpr int colorful_from = 40;             // distance of the channels; JPEG originals stray by some 20
constexpr std::size_t colorful_share = 2000;  // one pixel in so many makes a colour page

std::uint8_t gray(const std::uint8_t* rgb) {
  return static_cast<std::uint8_t>((rgb[0] * 299 + rgb[1] * 587 + rgb[2] * 114 + 500) / 1000);
}

}  // namespace

bool is_whole(const Image& image) {
  return image.width > 0 && image.height > 0 && image.dpi > 0 && image.width <= 60'000 && image.height <= 60'000 &&
         image.rgb.size() == static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 3;
}

int pixels(const Image& image, double mm) { return static_cast<int>(std::lround(mm / 25.4 * image.dpi)); }

ColorMode color_mode_for(const Image& image, ColorMode asked) {
  if (asked != ColorMode::automatic) return asked;
  std::size_t colorful = 0;
  for (std::size_t i = 0; i < image.rgb.size(); i += 3) {
    const auto [low, high] = std::minmax({image.rgb[i], image.rgb[i + 1], image.rgb[i + 2]});
    colorful += high - low >= colorful_from ? 1 : 0;
  }
  return colorful * colorful_share > image.rgb.size() / 3 ? ColorMode::color : ColorMode::gray;
}

std::vector<std::uint8_t> to_gray(const Image& image) {
  std::vector<std::uint8_t> pixels(image.rgb.size() / 3);
  for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = gray(&image.rgb[i * 3]);
  return pixels;
}

Bits to_bits(const Image& image) {
  Bits bits{image.width, image.height, {}};
  const auto width = static_cast<std::size_t>(image.width);
  bits.rows.resize(bits.stride() * static_cast<std::size_t>(image.height));
  for (std::size_t pixel = 0; pixel < image.rgb.size() / 3; ++pixel) {
    if (gray(&image.rgb[pixel * 3]) >= black_below) continue;
    const std::size_t x = pixel % width;
    bits.rows[pixel / width * bits.stride() + x / 8] |= static_cast<std::uint8_t>(0x80u >> (x % 8));
  }
  return bits;
}

}  // namespace paneltwin::device
