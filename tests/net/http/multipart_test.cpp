#include "net/http/multipart.hpp"

#include <gtest/gtest.h>

namespace paneltwin::net::http {
namespace {

constexpr std::string_view type = "multipart/form-data; boundary=x1";
constexpr std::string_view form =
    "--x1\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nabc\r\n"
    "--x1\r\nContent-Disposition: form-data; name=\"cert0\"; filename=\"a;b.pem\"\r\nContent-Type: text/plain\r\n\r\n"
    "line\r\n--x\r\n\r\n"
    "--x1\r\ncontent-disposition: form-data; name=key; filename=\"\"\r\n\r\n\r\n--x1--\r\n";

TEST(Multipart, reads_fields_and_files_as_browsers_and_scripts_send_them) {
  const auto parts = parse_multipart(type, form);
  ASSERT_TRUE(parts);
  EXPECT_EQ(*parts, (std::vector<FormPart>{
                        {"token", std::nullopt, "abc"}, {"cert0", "a;b.pem", "line\r\n--x\r\n"}, {"key", "", ""}}));
}

TEST(Multipart, takes_a_quoted_boundary_and_capitals) {
  EXPECT_TRUE(parse_multipart("Multipart/Form-Data; charset=utf-8; BOUNDARY=\"x1\"", form));
}

TEST(Multipart, every_form_cut_short_is_refused) {
  const auto whole = form.rfind("--x1--") + 6;
  for (std::size_t size = 0; size < whole; ++size) EXPECT_FALSE(parse_multipart(type, form.substr(0, size))) << size;
}

TEST(Multipart, what_is_no_such_form_is_refused) {
  EXPECT_FALSE(parse_multipart("application/x-www-form-urlencoded", "a=1"));
  EXPECT_FALSE(parse_multipart("multipart/form-data", form));
  EXPECT_FALSE(parse_multipart("multipart/form-data; boundary=other", form));
  EXPECT_FALSE(parse_multipart(type, "--x1\r\nContent-Type: text/plain\r\n\r\na\r\n--x1--"));
  const std::string broken = "--x1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\x8A\r\n--x1--";
  EXPECT_FALSE(parse_multipart(type, broken)) << "typed, and not UTF-8";
  std::string many;
  for (int i = 0; i < 201; ++i) many += "--x1\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n";
  EXPECT_FALSE(parse_multipart(type, many + "--x1--"));
}

}  // namespace
}  // namespace paneltwin::net::http
