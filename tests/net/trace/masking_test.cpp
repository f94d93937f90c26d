#include <gtest/gtest.h>

#include "device/settings/limits.hpp"
#include "net/trace/wire_trace.hpp"

namespace paneltwin::net {
namespace {

TEST(Masking, credentials_of_mail_servers) {
  EXPECT_EQ(masked("AUTH XOAUTH2 dXNlcj1h\r\n"), "AUTH XOAUTH2 ***\r\n");
  EXPECT_EQ(masked("auth plain AGEAYg==\r\n"), "auth plain ***\r\n");
  EXPECT_EQ(masked("AUTH LOGIN\r\n"), "AUTH LOGIN\r\n");
  EXPECT_EQ(masked("PASS secret\r\n"), "PASS ***\r\n");
  EXPECT_EQ(masked("MAIL FROM:<a@b.example>\r\n"), "MAIL FROM:<a@b.example>\r\n");
}

TEST(Masking, forms_and_answers_of_oauth) {
  EXPECT_EQ(masked("grant_type=refresh_token&refresh_token=0.AAAA&client_id=x"),
            "grant_type=refresh_token&refresh_token=***&client_id=x");
  EXPECT_EQ(masked(R"({"user_code":"ABCD-EFGH","message":"enter the code ABCD-EFGH here","expires_in":900})"),
            R"({"user_code":"***","message":"enter the code *** here","expires_in":900})");
  EXPECT_EQ(masked(R"({"access_token" : "a\"bcd", "error_code": 5})"), R"({"access_token" : "***", "error_code": 5})");
}

TEST(Masking, headers_and_tokens_wherever_they_stand) {
  EXPECT_EQ(masked("GET / HTTP/1.1\r\nAuthorization: Bearer abcdef\r\nAccept: */*\r\n"),
            "GET / HTTP/1.1\r\nAuthorization: ***\r\nAccept: */*\r\n");
  EXPECT_EQ(masked("token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.sig, again"), "token ***, again");
}

TEST(Masking, a_text_cut_anywhere_is_taken) {
  const std::string whole = "AUTH X \"user_code\": \"AB\\\"C\"\r\ncode=12345&eyJaaaaaaaaaaaaaaaaaaaaaaaa";
  for (std::size_t size = 0; size <= whole.size(); ++size) static_cast<void>(masked(whole.substr(0, size)));
}

TEST(WireTrace, keeps_nothing_until_it_is_turned_on) {
  WireTrace trace;
  trace.add({}, "localhost:587", true, "EHLO");
  EXPECT_TRUE(trace.lines().empty());
  trace.turn(true);
  trace.add({}, "localhost:587", true, "PASS hidden\r\n");
  ASSERT_EQ(trace.lines().size(), 1U);
  EXPECT_EQ(trace.lines().front().text, "PASS ***\r\n");
  for (std::size_t i = 0; i < WireTrace::most_lines; ++i) trace.add({}, "p", false, "250 OK");
  EXPECT_EQ(trace.lines().size(), WireTrace::most_lines);
}

TEST(WireTrace, is_json_whatever_a_peer_says) {
  WireTrace trace;
  trace.turn(true);
  trace.add({}, "p", false, "250 \xFF\xFE\r\n");
  trace.add({}, "p", true, std::string(WireTrace::longest_text - 1, 'x') + "\xE4\xBD\xA0");  // cut within the letter
  for (const auto& line : trace.lines()) EXPECT_TRUE(device::is_utf8(line.text));
}

}  // namespace
}  // namespace paneltwin::net
