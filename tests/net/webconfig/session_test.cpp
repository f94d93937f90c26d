#include "net/webconfig/session.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace paneltwin::net::webconfig {

using namespace std::chrono_literals;

class SessionsTest : public testing::Test {
 protected:
  const device::Instant now = *device::from_iso8601("2026-11-23T09:30:00Z");
  std::vector<std::string> ended;
  Sessions sessions{[this](const Session& session) { ended.push_back(session.id); }};
};

TEST_F(SessionsTest, each_has_an_id_that_nobody_guesses) {
  const auto one = sessions.begin(now)->id, other = sessions.begin(now)->id;
  EXPECT_NE(one, other);
  EXPECT_EQ(one.size(), std::string("session&").size() + 36);
  EXPECT_EQ(sessions.find(one, now)->id, one);
  EXPECT_EQ(sessions.find("", now), nullptr);
  EXPECT_EQ(sessions.find(one + "0", now), nullptr);
}

TEST_F(SessionsTest, the_seventeenth_takes_the_place_of_the_one_used_longest_ago) {
  const auto first = sessions.begin(now)->id, second = sessions.begin(now)->id;
  for (int i = 0; i < 14; ++i) sessions.begin(now + 1s);
  sessions.find(first, now + 2s);
  sessions.begin(now + 3s);
  EXPECT_EQ(ended, std::vector{second});
}

TEST_F(SessionsTest, a_clock_set_back_ends_them_rather_than_keeping_them_for_ever) {
  const auto id = sessions.begin(now)->id;
  EXPECT_EQ(sessions.find(id, now - 24h), nullptr);
  EXPECT_EQ(ended, std::vector{id});
}

TEST(SetupTokensTest, are_good_once_each_and_go_stale_after_thirty_two_pages) {
  SetupTokens tokens;
  const auto first = tokens.issue(), second = tokens.issue();
  EXPECT_TRUE(tokens.take(second));
  EXPECT_FALSE(tokens.take(second));
  EXPECT_FALSE(tokens.take(""));
  for (int i = 0; i < 32; ++i) tokens.issue();
  EXPECT_FALSE(tokens.take(first));
}

}  // namespace paneltwin::net::webconfig
