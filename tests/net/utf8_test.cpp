#include "net/utf8.hpp"

#include <gtest/gtest.h>

#include "device/settings/limits.hpp"

namespace paneltwin::net {

TEST(Utf8, LeavesWhatIsValid) {
  for (const std::string text : {"", "plain", "林薇 ✓ 🖨"}) {
    EXPECT_TRUE(device::is_utf8(text));
    EXPECT_EQ(valid_utf8(text), text);
  }
}

TEST(Utf8, ReplacesWhatIsNone) {
  const std::string replaced = "\uFFFD";
  EXPECT_EQ(valid_utf8("a\xff\xfez"), "a" + replaced + replaced + "z");
  EXPECT_EQ(valid_utf8("cut \xe6\x9e"), "cut " + replaced + replaced);
  for (const auto& text : {std::string("\xc0\xaf"), std::string("\xed\xa0\x80"), std::string("\xf5\x80\x80\x80"),
                           std::string("nul \0 within", 12)}) {
    EXPECT_FALSE(device::is_utf8(text));
    EXPECT_TRUE(device::is_utf8(valid_utf8(text)));
  }
}

}  // namespace paneltwin::net
