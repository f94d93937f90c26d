#include "panel/render/png.hpp"

#include <gtest/gtest.h>

namespace paneltwin::panel {

/// A picture of `colours` different ones.
static Picture picture_of(int colours) {
  Picture picture{64, 48, {}};
  for (int i = 0; i < picture.width * picture.height; ++i) {
    const int colour = i % colours;
    for (const int part : {colour & 255, colour >> 8, 7, 255}) picture.rgba.push_back(static_cast<std::uint8_t>(part));
  }
  return picture;
}

TEST(Png, keeps_every_pixel_of_few_colours_and_of_many) {
  for (const int colours : {1, 2, 255, 256, 257, 2000}) {
    const auto picture = picture_of(colours);
    const auto again = from_png(to_png(picture));
    ASSERT_TRUE(again) << colours << " " << again.error().detail;
    EXPECT_EQ(*again, picture) << colours;
  }
}

TEST(Png, refuses_what_is_none) {
  EXPECT_FALSE(from_png("not a picture"));
  EXPECT_EQ(to_png({}), "");
}

}  // namespace paneltwin::panel
