#include "panel/goldens/picture_digest.hpp"

#include <gtest/gtest.h>

namespace paneltwin::panel {

static Picture plain(int width, int height) {
  Picture picture{width, height, {}};
  picture.rgba.resize(static_cast<std::size_t>(width * height * 4), 255);
  return picture;
}

static std::uint8_t& red_at(Picture& picture, int x, int y) {
  return picture.rgba[static_cast<std::size_t>((y * picture.width + x) * 4)];
}

TEST(PictureDigest, changes_with_every_pixel_and_with_the_size) {
  auto picture = plain(80, 50);
  const auto before = digest_of(picture);
  EXPECT_EQ(before, digest_of(plain(80, 50)));
  EXPECT_NE(before.whole, digest_of(plain(50, 80)).whole);
  --red_at(picture, 79, 49);
  EXPECT_NE(digest_of(picture).whole, before.whole);
}

TEST(PictureDigest, says_which_tile_differs) {
  auto picture = plain(80, 50);
  const auto before = digest_of(picture);
  ASSERT_EQ(before.tiles.size(), 80u);
  red_at(picture, 79, 49) = 0;
  const auto after = digest_of(picture);
  EXPECT_EQ(after.tiles.substr(0, 78), before.tiles.substr(0, 78));
  EXPECT_NE(after.tiles.substr(78), before.tiles.substr(78));
  auto shown = marked(picture, before);
  EXPECT_EQ(red_at(shown, 70, 45), 220);  // the frame of the last tile
  EXPECT_EQ(red_at(shown, 5, 5), 253);    // faint elsewhere
}

TEST(PictureDigest, shows_what_differs_side_by_side) {
  auto actual = plain(10, 10);
  red_at(actual, 3, 4) = 0;
  auto whole = compared(plain(10, 10), actual);
  EXPECT_EQ(whole.width, 30);
  EXPECT_EQ(red_at(whole, 13, 4), 0);
  EXPECT_EQ(red_at(whole, 23, 4), 220);
  EXPECT_EQ(compared(plain(4, 4), plain(10, 20)).height, 20);
}

}  // namespace paneltwin::panel
