#include "panel/render/fonts.hpp"

#include <gtest/gtest.h>

namespace paneltwin::panel {

TEST(Fonts, letters_take_the_forms_of_their_language) {
  const FontSource font{.face = 9, .faces = {{"ja", 0}, {"ko", 1}, {"zh-CN", 2}, {"zh-TW", 3}}};
  EXPECT_EQ(face_for(font, "zh-TW"), 3);
  EXPECT_EQ(face_for(font, "zh-SG"), 2);
  EXPECT_EQ(face_for(font, "ja"), 0);
  EXPECT_EQ(face_for(font, "ru"), 9);
  EXPECT_EQ(face_for(font, ""), 9);
}

TEST(Fonts, the_products_own_know_each_language_of_han_letters) {
  const device::Assets assets({std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"});
  const auto fonts = Fonts::load(assets);
  ASSERT_TRUE(fonts) << fonts.error().str();
  for (const auto* tag : {"ja", "ko", "zh-CN", "zh-TW"}) EXPECT_TRUE(fonts->text.faces.contains(tag)) << tag;
}

}  // namespace paneltwin::panel
