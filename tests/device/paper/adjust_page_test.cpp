// What is done to a page after it was read.
#include "device/paper/adjust_page.hpp"

#include <gtest/gtest.h>

namespace paneltwin::device {

namespace {

Image page(int width, int height, std::uint8_t value) {
  Image image{width, height, 100, {}};
  image.rgb.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3, value);
  return image;
}

void ink(Image& image, int x, int y, std::uint8_t value) {
  for (int i = 0; i < 3; ++i) image.rgb[static_cast<std::size_t>((y * image.width + x) * 3 + i)] = value;
}

std::uint8_t at(const Image& image, int x, int y) {
  return image.rgb[static_cast<std::size_t>((y * image.width + x) * 3)];
}

}  // namespace

TEST(AdjustPage, density_darkens_and_lightens) {
  EXPECT_LT(at(adjusted(page(4, 4, 128), {.density = 3}), 0, 0), 128);
  EXPECT_GT(at(adjusted(page(4, 4, 128), {.density = -3}), 0, 0), 128);
  EXPECT_EQ(at(adjusted(page(4, 4, 128), {}), 0, 0), 128);
}

TEST(AdjustPage, a_gray_background_becomes_white_and_ink_stays) {
  auto image = page(40, 40, 210);
  ink(image, 3, 3, 20);
  const auto clean = adjusted(image, {.remove_background = true});
  EXPECT_EQ(at(clean, 0, 0), 255);
  EXPECT_LT(at(clean, 3, 3), 40);
}

TEST(AdjustPage, the_left_side_comes_to_the_top) {
  auto image = page(6, 4, 255);
  ink(image, 0, 3, 0);  // at the left, below
  const auto turned = adjusted(image, {.turned = true});
  EXPECT_EQ(turned.width, 4);
  EXPECT_EQ(turned.height, 6);
  EXPECT_EQ(at(turned, 0, 0), 0);
}

TEST(AdjustPage, an_area_is_cut_out_and_filled_up_with_white) {
  auto image = page(1000, 50, 0);
  const auto cut = adjusted(image, {.area = PaperSize::a5});
  EXPECT_EQ(cut.width, 583);
  EXPECT_EQ(cut.height, 827);
  EXPECT_EQ(at(cut, 10, 10), 0);
  EXPECT_EQ(at(cut, 10, 700), 255);
}

TEST(AdjustPage, the_edges_are_filled_as_wide_as_asked) {
  const auto filled = adjusted(page(400, 300, 0), {.edge_fill = 5});  // 20 pixels
  for (const auto& [x, y] : {std::pair{0, 150}, {19, 150}, {380, 150}, {399, 150}, {200, 19}, {200, 280}}) {
    EXPECT_EQ(at(filled, x, y), 255) << x << " " << y;
  }
  for (const auto& [x, y] : {std::pair{20, 150}, {379, 150}, {200, 20}, {200, 279}}) EXPECT_EQ(at(filled, x, y), 0);
  EXPECT_EQ(at(adjusted(page(10, 10, 0), {.edge_fill = 30}), 5, 5), 255);
}

TEST(AdjustPage, a_shadow_along_the_edges_goes_and_what_is_on_the_page_stays) {
  auto image = page(400, 400, 250);
  for (int y = 0; y < 400; ++y) {
    for (int x = 0; x < 20; ++x) ink(image, x, y, 90);
  }
  ink(image, 60, 200, 0);
  const auto clean = adjusted(image, {.remove_shadow = true});
  EXPECT_EQ(at(clean, 0, 200), 255);
  EXPECT_EQ(at(clean, 19, 200), 255);
  EXPECT_EQ(at(clean, 60, 200), 0);
}

TEST(AdjustPage, punch_holes_go_and_letters_and_boxes_stay) {
  auto image = page(800, 800, 255);
  const auto disc = [&](int x, int y, int radius) {
    for (int dy = -radius; dy <= radius; ++dy) {
      for (int dx = -radius; dx <= radius; ++dx) {
        if (dx * dx + dy * dy <= radius * radius) ink(image, x + dx, y + dy, 10);
      }
    }
  };
  disc(40, 300, 12);   // 6 mm, a centimetre from the edge
  disc(400, 400, 12);  // the same in the middle is no hole
  for (int y = 500; y < 524; ++y) {
    for (int x = 30; x < 54; ++x) ink(image, x, y, 10);  // a box
  }
  const auto clean = adjusted(image, {.remove_punch_holes = true});
  EXPECT_EQ(at(clean, 40, 300), 255);
  EXPECT_EQ(at(clean, 400, 400), 10);
  EXPECT_EQ(at(clean, 40, 510), 10);
}

TEST(AdjustPage, dust_is_no_ink) {
  auto image = page(200, 200, 240);
  EXPECT_TRUE(is_blank(image));
  ink(image, 5, 5, 0);
  EXPECT_TRUE(is_blank(image));
  for (int x = 0; x < 100; ++x) ink(image, x, 100, 0);
  EXPECT_FALSE(is_blank(image));
}

}  // namespace paneltwin::device
