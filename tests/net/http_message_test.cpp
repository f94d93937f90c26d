#include <gtest/gtest.h>

#include "net/http/gate.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::http {
namespace {

TEST(HttpMessage, ReadsForms) {
  const auto form = parse_form("a=1&b=x+y%20z&%E4%BD%A0=%E5%A5%BD&empty=&flag");
  ASSERT_TRUE(form);
  EXPECT_EQ(*form, (Fields{{"a", "1"}, {"b", "x y z"}, {"你", "好"}, {"empty", ""}, {"flag", ""}}));
}

TEST(HttpMessage, RefusesAMalformedForm) {
  EXPECT_FALSE(parse_form("a=%zz"));
  // Answers in JSON tell such values again.
  for (const auto* broken : {"a=%8A", "%ff=b", "a=%E4%BD", "a=%ED%A0%80", "a=%C0%AF"})
    EXPECT_FALSE(parse_form(broken)) << broken;
}

TEST(HttpMessage, FindsCookies) {
  const Request request{.headers = {{"cookie", "one=1; two=a=b;three="}}};
  EXPECT_EQ(request.cookie("one"), "1");
  EXPECT_EQ(request.cookie("two"), "a=b");
  EXPECT_EQ(request.cookie("three"), "");
  EXPECT_EQ(request.cookie("four"), "");
}

TEST(HttpMessage, EscapesWhatHtmlReads) {
  EXPECT_EQ(escape(R"(<a href="x">&'</a>)"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;");
}

TEST(HttpMessage, CleansPaths) {
  EXPECT_EQ(clean_path("/a/./b/../c?x=/.."), "/a/c");
  EXPECT_EQ(clean_path("/"), "/");
  EXPECT_EQ(clean_path("/a/"), "/a/");
  EXPECT_EQ(clean_path("/%E7%8A%B6%E6%80%81"), "/状态");
  EXPECT_FALSE(clean_path("/../etc/passwd"));
  EXPECT_FALSE(clean_path("/a/%2e%2e/%2e%2e/etc/passwd"));
  EXPECT_FALSE(clean_path("/%00"));
  EXPECT_FALSE(clean_path("/%FF/v2.0"));
}

}  // namespace
}  // namespace paneltwin::net::http
