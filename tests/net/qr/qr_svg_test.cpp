#include "net/qr/qr_svg.hpp"

#include <gmock/gmock.h>

#include "net/qr/qr_code.hpp"

namespace paneltwin::net {

using testing::HasSubstr;

TEST(QrSvg, has_a_quiet_zone_of_four_modules_on_every_side) {
  const std::string content = "https://cloud.test/devicelogin";
  const int side = QrCode::of(content)->size + 8;
  const auto svg = qr_svg(content, "Sign-in page");
  EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 " + std::to_string(side) + " " + std::to_string(side) + "\""));
  EXPECT_THAT(svg, HasSubstr("d=\"M4 4h7v1h-7z"));  // the top of the first finder pattern
}

TEST(QrSvg, says_in_words_what_it_is_without_letting_them_out) {
  EXPECT_THAT(qr_svg("x", "a\"><script>"), HasSubstr("aria-label=\"a&quot;&gt;&lt;script&gt;\""));
}

TEST(QrSvg, is_empty_when_nothing_can_be_drawn) {
  EXPECT_EQ(qr_svg("", "x"), "");
  EXPECT_EQ(qr_svg(std::string(5000, 'x'), "x"), "");
}

}  // namespace paneltwin::net
