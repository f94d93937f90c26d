#include "net/smtp/reply_parser.hpp"

#include <gtest/gtest.h>

#include "net/smtp/capabilities.hpp"
#include "net/smtp/dot_stuffing.hpp"

namespace paneltwin::net::smtp {
namespace {

const std::string ehlo =
    "250-mail.example Hello [192.0.2.7]\r\n250-SIZE 157286400\r\n250-PIPELINING\r\n250-AUTH LOGIN XOAUTH2\r\n250 "
    "SMTPUTF8\r\n";

TEST(ReplyParser, reads_a_reply_split_at_every_byte) {
  for (std::size_t cut = 0; cut <= ehlo.size(); ++cut) {
    ReplyParser parser;
    parser.feed(ehlo.substr(0, cut));
    auto first = parser.next();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->has_value(), cut == ehlo.size());
    parser.feed(ehlo.substr(cut));
    auto whole = cut == ehlo.size() ? first : parser.next();
    ASSERT_TRUE(whole && *whole) << "cut at " << cut;
    EXPECT_EQ((*whole)->code, 250);
    EXPECT_EQ((*whole)->lines.size(), 5U);
    EXPECT_FALSE(parser.has_more());
  }
}

TEST(ReplyParser, keeps_the_next_reply_for_later) {
  ReplyParser parser;
  parser.feed("250 2.1.0 Sender OK\r\n250 2.1.5 Recipient OK\r\n");
  EXPECT_EQ((*parser.next())->lines.front(), "2.1.0 Sender OK");
  EXPECT_TRUE(parser.has_more());
  EXPECT_EQ((*parser.next())->lines.front(), "2.1.5 Recipient OK");
  EXPECT_FALSE(*parser.next());
}

TEST(ReplyParser, takes_a_line_feed_alone_and_a_code_alone) {
  ReplyParser parser;
  parser.feed("220\n");
  const auto reply = parser.next();
  ASSERT_TRUE(reply && *reply);
  EXPECT_EQ((*reply)->code, 220);
}

TEST(ReplyParser, refuses_what_is_no_smtp) {
  for (const std::string bytes : {"HTTP/1.1 400 Bad Request\r\n", "SSH-2.0-OpenSSH\r\n", "\x16\x03\x01\n", "\r\n",
                                  "150 odd\r\n", "650 odd\r\n", "250-one\r\n251 two\r\n", "25\r\n", "2500\r\n"}) {
    ReplyParser parser;
    parser.feed(bytes);
    const auto reply = parser.next();
    ASSERT_FALSE(reply) << bytes;
    EXPECT_EQ(reply.error().kind, device::FailureKind::unsupported_protocol);
  }
}

TEST(ReplyParser, a_reply_without_end_is_given_up) {
  ReplyParser line;
  line.feed("250 " + std::string(ReplyParser::line_limit, 'x'));
  EXPECT_FALSE(line.next());
  ReplyParser lines;
  for (std::size_t i = 0; i <= ReplyParser::lines_limit; ++i) lines.feed("250-more\r\n");
  EXPECT_FALSE(lines.next());
}

TEST(Reply, tells_enhanced_codes_from_words) {
  EXPECT_EQ((Reply{535, {"5.7.139 Authentication unsuccessful"}}).enhanced(), "5.7.139");
  EXPECT_EQ((Reply{250, {"5.7.1 odd"}}).enhanced(), "") << "its class is not the reply's";
  EXPECT_EQ((Reply{550, {"192.0.2.7 is listed"}}).enhanced(), "");
  EXPECT_EQ((Reply{550, {""}}).enhanced(), "");
  EXPECT_EQ((Reply{550, {"no\x1b[31mred"}}).words(), "550 no?[31mred");
}

TEST(Capabilities, are_read_without_case_and_in_the_old_way_too) {
  ReplyParser parser;
  parser.feed(ehlo);
  const auto can = capabilities_of(**parser.next());
  EXPECT_TRUE(can.pipelining && can.smtputf8 && can.size && !can.starttls);
  EXPECT_EQ(can.largest, 157286400U);
  EXPECT_TRUE(can.offers("XOAUTH2") && can.offers("LOGIN") && !can.offers("PLAIN"));
  const auto old = capabilities_of({250, {"name", "auth=login plain", "size", "StartTLS"}});
  EXPECT_TRUE(old.offers("LOGIN") && old.offers("PLAIN") && old.starttls && old.size);
  EXPECT_FALSE(old.largest);
}

TEST(DotStuffing, holds_wherever_the_pieces_are_cut) {
  const std::string text = ".\r\n..a\r\n.b\nno return\r.c\r\n.";
  const std::string stuffed = "..\r\n...a\r\n..b\r\nno return\r\n..c\r\n..\r\n.\r\n";
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    DotStuffing stuffing;
    auto out = stuffing.stuff(text.substr(0, cut));
    out += stuffing.stuff(text.substr(cut));
    out += stuffing.end();
    EXPECT_EQ(out, stuffed) << "cut at " << cut;
  }
  DotStuffing nothing;
  EXPECT_EQ(nothing.end(), ".\r\n");
  DotStuffing returned;
  const auto line = returned.stuff("a\r");
  EXPECT_EQ(line + std::string(returned.end()), "a\r\n.\r\n");
}

}  // namespace
}  // namespace paneltwin::net::smtp
