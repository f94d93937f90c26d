#include "device/paper/adjust_page.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "device/paper/cleaned_page.hpp"
#include "device/paper/page_image.hpp"
#include "device/paper/paper_sizes.hpp"

namespace paneltwin::device {

namespace {

using Table = std::array<std::uint8_t, 256>;

constexpr double gamma_of_density_step = 0.16;
constexpr double text_contrast = 1.5, text_middle = 150;
constexpr int darkest_background = 150, dust = 64;
constexpr std::size_t blank_share = 5000;  // one pixel in so many is dust

/// The gray that most of the paper has; white when the page has no such thing.
int background_of(const Image& image) {
  std::array<std::size_t, 256> count{};
  for (const auto gray : to_gray(image)) ++count[gray];
  const auto first = count.begin() + darkest_background;
  const auto most = std::max_element(first, count.end());
  return *most == 0 ? 255 : static_cast<int>(most - count.begin());
}

/// The three adjustments of brightness as one table.
Table table_for(const Image& image, const PageAdjustment& wanted) {
  const double background = wanted.remove_background ? std::max(background_of(image) - 6, darkest_background) : 255;
  Table table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    double value = std::min(255.0, static_cast<double>(i) * 255 / background);
    if (wanted.original == OriginalType::text) value = (value - text_middle) * text_contrast + text_middle;
    value = std::clamp(value, 0.0, 255.0);
    value = 255 * std::pow(value / 255, 1 + gamma_of_density_step * wanted.density);
    table[i] = static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
  }
  return table;
}

bool changes_brightness(const PageAdjustment& wanted) {
  return wanted.density != 0 || wanted.remove_background || wanted.original == OriginalType::text;
}

/// Clockwise by a quarter: what was at the left is at the top.
Image turned(const Image& image) {
  Image turned{image.height, image.width, image.dpi, std::vector<std::uint8_t>(image.rgb.size())};
  const auto width = static_cast<std::size_t>(image.width), height = static_cast<std::size_t>(image.height);
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      std::memcpy(&turned.rgb[(x * height + height - 1 - y) * 3], &image.rgb[(y * width + x) * 3], 3);
    }
  }
  return turned;
}

/// So many millimetres along each edge become paper.
void fill_edges(Image& image, int mm) {
  const int edge = pixels(image, mm);
  const auto stride = static_cast<std::ptrdiff_t>(image.width) * 3;
  for (int y = 0; y < image.height; ++y) {
    const auto row = image.rgb.begin() + stride * y;
    if (y < edge || y >= image.height - edge) {
      std::fill_n(row, stride, std::uint8_t{0xFF});
      continue;
    }
    const auto side = static_cast<std::ptrdiff_t>(std::min(edge, image.width)) * 3;
    std::fill_n(row, side, std::uint8_t{0xFF});
    std::fill_n(row + stride - side, side, std::uint8_t{0xFF});
  }
}

}  // namespace

Image cut_to(const Image& image, int width, int height) {
  Image cut{width, height, image.dpi, {}};
  const auto stride = static_cast<std::size_t>(cut.width) * 3, from = static_cast<std::size_t>(image.width) * 3;
  cut.rgb.assign(stride * static_cast<std::size_t>(cut.height), 0xFF);
  const auto rows = static_cast<std::size_t>(std::min(image.height, cut.height));
  for (std::size_t y = 0; y < rows; ++y) {
    std::memcpy(&cut.rgb[y * stride], &image.rgb[y * from], std::min(stride, from));
  }
  return cut;
}

Image adjusted(Image image, const PageAdjustment& wanted) {
  if (wanted.remove_shadow) remove_shadow(image);
  if (wanted.remove_punch_holes) remove_punch_holes(image);
  if (wanted.turned) image = turned(image);
  if (wanted.area) {
    const auto mm = size_in_mm(*wanted.area);
    image = cut_to(image, pixels(image, mm.width), pixels(image, mm.height));
  }
  if (changes_brightness(wanted)) {
    const auto table = table_for(image, wanted);
    for (auto& channel : image.rgb) channel = table[channel];
  }
  if (wanted.edge_fill > 0) fill_edges(image, wanted.edge_fill);
  return image;
}

bool is_blank(const Image& image) {
  const auto gray = to_gray(image);
  const int paper = background_of(image);
  const auto ink = std::ranges::count_if(gray, [&](std::uint8_t pixel) { return pixel + dust < paper; });
  return static_cast<std::size_t>(ink) * blank_share < gray.size();
}

}  // namespace paneltwin::device
