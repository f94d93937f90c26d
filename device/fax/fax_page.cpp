#include "device/fax/fax_page.hpp"

#include <algorithm>

#include "device/paper/page_image.hpp"

namespace paneltwin::device {

namespace {

constexpr int line_lengths[] = {1728, 2048, 2432};  // A4, B4, A3
constexpr int may_be_lost = 16;                     // dots of a margin, so that Letter is 1728 too

struct Grid {
  int across, down;  // dots an inch
};

Grid grid_of(FaxResolution resolution) {
  switch (resolution) {
    case FaxResolution::standard:
      return {204, 98};
    case FaxResolution::fine:
      return {204, 196};
    case FaxResolution::super_fine:
      return {204, 391};
    case FaxResolution::ultra_fine:
      return {408, 391};
  }
  return {204, 98};
}

std::uint8_t mean(const std::vector<std::uint8_t>& gray, int width, int left, int right, int top, int bottom) {
  unsigned sum = 0, count = 0;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x, ++count) {
      sum += gray[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
  }
  return static_cast<std::uint8_t>(sum / std::max(count, 1u));
}

}  // namespace

int scan_dpi(FaxResolution resolution) {
  const bool finer = resolution == FaxResolution::super_fine || resolution == FaxResolution::ultra_fine;
  return finer ? 408 : 204;
}

Image fax_page(const Image& scanned, FaxResolution resolution) {
  const auto grid = grid_of(resolution);
  const int dpi = scanned.dpi, double_width = grid.across / 204;
  const int width = scanned.width * grid.across / dpi, height = std::max(1, scanned.height * grid.down / dpi);
  const auto* fits =
      std::ranges::find_if(line_lengths, [&](int length) { return width <= (length + may_be_lost) * double_width; });
  const int length = (fits == std::end(line_lengths) ? line_lengths[2] : *fits) * double_width;
  const int shift = (length - width) / 2;  // where the page begins on the line; negative: what it loses

  const auto gray = to_gray(scanned);
  Image page{length, height, grid.across, {}, grid.down};
  page.rgb.assign(static_cast<std::size_t>(length) * static_cast<std::size_t>(height) * 3, 0xFF);
  for (int y = 0; y < height; ++y) {
    const int top = y * dpi / grid.down,
              bottom = std::min(scanned.height, std::max(top + 1, (y + 1) * dpi / grid.down));
    for (int x = std::max(0, shift); x < std::min(length, shift + width); ++x) {
      const int left = (x - shift) * dpi / grid.across;
      const int right = std::min(scanned.width, std::max(left + 1, (x - shift + 1) * dpi / grid.across));
      const auto value = mean(gray, scanned.width, left, right, top, bottom);
      const auto at =
          (static_cast<std::size_t>(y) * static_cast<std::size_t>(length) + static_cast<std::size_t>(x)) * 3;
      std::fill_n(page.rgb.begin() + static_cast<std::ptrdiff_t>(at), 3, value);
    }
  }
  return page;
}

}  // namespace paneltwin::device
