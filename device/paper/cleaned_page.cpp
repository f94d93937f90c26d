#include "device/paper/cleaned_page.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "device/paper/page_image.hpp"

namespace paneltwin::device {

namespace {

constexpr double widest_shadow_mm = 10;
constexpr double punched_margin_mm = 20, least_hole_mm = 4, largest_hole_mm = 9;
constexpr double least_round = 0.65, most_round = 0.92;  // of its square: a disc has 0.79, a filled box 1
constexpr int paper_from = 160;                          // gray from which a pixel is taken for paper

struct Spot {
  int x, y;
};

/// A page in gray, on which pixels are painted over in the picture as well.
struct Page {
  Image& image;
  std::vector<std::uint8_t> gray;

  explicit Page(Image& picture) : image(picture), gray(to_gray(picture)) {}
  [[nodiscard]] std::size_t index(Spot spot) const {
    return static_cast<std::size_t>(spot.y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(spot.x);
  }
  [[nodiscard]] bool is_dark(Spot spot) const { return gray[index(spot)] < paper_from; }
  void whiten(Spot spot) {
    const auto at = index(spot);
    gray[at] = 0xFF;
    std::fill_n(image.rgb.begin() + static_cast<std::ptrdiff_t>(at * 3), 3, std::uint8_t{0xFF});
  }
};

/// From `edge` step by step inward until there is paper.
void wipe(Page& page, Spot edge, Spot step, int most) {
  for (int i = 0; i < most && page.is_dark(edge); ++i) {
    page.whiten(edge);
    edge = {edge.x + step.x, edge.y + step.y};
  }
}

/// Dark pixels that hang together, from `first` on; each is looked at once over all calls.
std::vector<Spot> blob_at(const Page& page, Spot first, std::vector<bool>& seen) {
  std::vector<Spot> blob, open{first};
  seen[page.index(first)] = true;
  while (!open.empty()) {
    const auto spot = open.back();
    open.pop_back();
    blob.push_back(spot);
    for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
      const Spot next{spot.x + dx, spot.y + dy};
      if (next.x < 0 || next.y < 0 || next.x >= page.image.width || next.y >= page.image.height) continue;
      if (seen[page.index(next)] || !page.is_dark(next)) continue;
      seen[page.index(next)] = true;
      open.push_back(next);
    }
  }
  return blob;
}

bool is_hole(const Page& page, const std::vector<Spot>& blob) {
  const auto [left, right] = std::ranges::minmax(blob, {}, &Spot::x);
  const auto [top, bottom] = std::ranges::minmax(blob, {}, &Spot::y);
  const int width = right.x - left.x + 1, height = bottom.y - top.y + 1;
  const int least = pixels(page.image, least_hole_mm), most = pixels(page.image, largest_hole_mm);
  if (width < least || height < least || width > most || height > most) return false;
  const double share = static_cast<double>(blob.size()) / (static_cast<double>(width) * height);
  return share >= least_round && share <= most_round;
}

}  // namespace

void remove_shadow(Image& image) {
  Page page(image);
  const int across = std::min(pixels(image, widest_shadow_mm), image.width);
  const int down = std::min(pixels(image, widest_shadow_mm), image.height);
  for (int y = 0; y < image.height; ++y) {
    wipe(page, {0, y}, {1, 0}, across);
    wipe(page, {image.width - 1, y}, {-1, 0}, across);
  }
  for (int x = 0; x < image.width; ++x) {
    wipe(page, {x, 0}, {0, 1}, down);
    wipe(page, {x, image.height - 1}, {0, -1}, down);
  }
}

void remove_punch_holes(Image& image) {
  Page page(image);
  std::vector<bool> seen(page.gray.size());
  const int margin = pixels(image, punched_margin_mm);
  for (int y = 0; y < image.height; ++y) {
    const bool all_across = y < margin || y >= image.height - margin;
    for (int x = 0; x < image.width; ++x) {
      if (!all_across && x == margin) x = std::max(margin, image.width - margin);  // the middle is text
      if (x >= image.width || seen[page.index({x, y})] || !page.is_dark({x, y})) continue;
      const auto blob = blob_at(page, {x, y}, seen);
      if (!is_hole(page, blob)) continue;
      for (const auto spot : blob) page.whiten(spot);
    }
  }
}

}  // namespace paneltwin::device
