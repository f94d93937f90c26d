#include <gtest/gtest.h>

#include "device/failure.hpp"
#include "device/text/catalogue.hpp"

namespace paneltwin::device {

TEST(FailureTable, gives_the_codes_of_the_status_menu) {
  EXPECT_EQ(words_for(FailureKind::power_failure).code, 1);
  EXPECT_EQ(words_for(FailureKind::dns).code, 311);
  EXPECT_EQ(words_for(FailureKind::authentication).code, 312);
  EXPECT_EQ(words_for(FailureKind::communication).code, 313);
  EXPECT_EQ(words_for(FailureKind::too_large).code, 314);
  EXPECT_EQ(words_for(FailureKind::memory_full).code, 315);
  EXPECT_EQ(words_for(FailureKind::cloud_communication).code, 350);
  EXPECT_EQ(words_for(FailureKind::not_signed_in).code, 360);
  EXPECT_EQ(words_for(FailureKind::sign_in_expired).code, 361);
  EXPECT_EQ(words_for(FailureKind::user_sign_in_needed).code, 370);
}

TEST(FailureTable, finds_every_kind_by_its_name) {
  for (int i = 0; i <= static_cast<int>(FailureKind::busy); ++i) {
    const auto kind = static_cast<FailureKind>(i);
    EXPECT_EQ(failure_named(name_of(kind)), kind);
  }
  EXPECT_FALSE(failure_named("no such failure"));
}

TEST(FailureTable, has_words_for_every_key_in_every_language) {
  const auto texts = Texts::load(Assets({PANELTWIN_SOURCE_DIR "/assets"}));
  ASSERT_TRUE(texts) << texts.error().str();
  for (const auto& tag : texts->tags()) {
    const auto& own = texts->in(tag).own();
    for (int i = 0; i <= static_cast<int>(FailureKind::busy); ++i) {
      const auto& words = words_for(static_cast<FailureKind>(i));
      EXPECT_FALSE(words.problem.empty()) << words.name;
      for (const auto key : {words.problem, words.remedy, words.notice, words.test}) {
        EXPECT_TRUE(key.empty() || own.contains(key)) << tag << " lacks " << key;
      }
    }
  }
}

TEST(FailureTable, says_the_guides_own_words) {
  const auto texts = Texts::load(Assets({PANELTWIN_SOURCE_DIR "/assets"}));
  ASSERT_TRUE(texts) << texts.error().str();
  const auto& chinese = texts->in("zh-CN");
  EXPECT_EQ(chinese.text(words_for(FailureKind::not_signed_in).notice),
            "要使用此功能，您必须登录您的电子邮件服务。请联系您的管理员。");
  EXPECT_EQ(chinese.text(words_for(FailureKind::not_signed_in).problem), "未连接云 (Cloud) 服务或电子邮件服务。");
  EXPECT_EQ(chinese.text(words_for(FailureKind::sign_in_expired).problem),
            "与云 (Cloud) 服务或电子邮件服务的连接已过期。");
  EXPECT_EQ(chinese.text(words_for(FailureKind::user_sign_in_needed).remedy), "登录云 (Cloud) 服务。");
}

}  // namespace paneltwin::device
