#include "net/base64.hpp"

#include <gtest/gtest.h>

namespace paneltwin::net {
namespace {

TEST(Base64Test, KnowsTheExamplesOfTheStandard) {
  for (const auto& [bytes, text] :
       {std::pair{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}}) {
    EXPECT_EQ(to_base64(bytes), text);
    EXPECT_EQ(from_base64(text), bytes);
  }
}

TEST(Base64Test, TakesAllBytesThereAndBack) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    bytes += static_cast<char>(i);
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
  }
}

TEST(Base64Test, RefusesWhatIsNotBase64) {
  for (const auto* odd : {"Z", "Zg", "Zg=", "Zg===", "====", "Zm9v\n", " Zm9v", "Zm9v====", "Z=9v", "Zm-_"})
    EXPECT_FALSE(from_base64(odd)) << odd;
}

TEST(Base64Test, ReadsTheAlphabetForUrlsWithoutPadding) {
  EXPECT_EQ(from_base64url("-_8"), "\xfb\xff");
  EXPECT_EQ(from_base64url("Zg"), "f");
  EXPECT_FALSE(from_base64url("Z"));
}

}  // namespace
}  // namespace paneltwin::net
