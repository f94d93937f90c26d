#include <gmock/gmock.h>

#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

using testing::HasSubstr;

class StatusPages : public WebFixture {};

TEST_F(StatusPages, product_status_tells_the_machine_and_its_time) {
  const auto page = get("/PRESENTATION/ADVANCED/INFO_PRTINFO/TOP").body;
  EXPECT_THAT(page, HasSubstr("Available."));
  EXPECT_THAT(page, HasSubstr("11-23-2026 AM 09:30 UTC+00:00"));
  EXPECT_THAT(page, HasSubstr(machine->snapshot()->product.serial));
}

TEST_F(StatusPages, network_status_tells_the_network_and_the_email_server) {
  const auto page = get("/PRESENTATION/ADVANCED/INFO_NWINFO/TOP").body;
  EXPECT_THAT(page, HasSubstr("IP Address"));
  EXPECT_THAT(page, HasSubstr("Authentication Method"));
}

TEST_F(StatusPages, the_language_menu_takes_the_machines_numbers_and_is_kept_in_its_cookie) {
  const auto answer = post("/PRESENTATION/ADVANCED/COMMON/TOP", {{"SEL_LANGA", "11"}, {"INPUTT_PAGE", "INFO_NWINFO"}});
  EXPECT_EQ(location(answer), "/PRESENTATION/ADVANCED/INFO_NWINFO/TOP");
  EXPECT_EQ(cookies["EPSON_COOKIE_LANG"], "lang_b&1/lang_a&11");
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/INFO_NWINFO/TOP").body, HasSubstr("网络状态"));
}

TEST_F(StatusPages, an_unknown_language_changes_nothing_and_leads_nowhere_else) {
  const auto answer = post("/PRESENTATION/ADVANCED/COMMON/TOP", {{"SEL_LANGA", "99"}, {"INPUTT_PAGE", "//evil.test/"}});
  EXPECT_EQ(location(answer), "/PRESENTATION/ADVANCED/COMMON/TOP");
  EXPECT_FALSE(cookies.contains("EPSON_COOKIE_LANG"));
}

TEST_F(StatusPages, without_a_choice_the_browsers_language_is_spoken) {
  http::Request request{.method = "GET", .path = "/PRESENTATION/ADVANCED/INFO_NWINFO/TOP"};
  request.headers = {{"Accept-Language", "xx, zh-SG;q=0.8, en;q=0.5"}};
  EXPECT_THAT(send(request).body, HasSubstr("网络状态"));
}

}  // namespace paneltwin::net::webconfig
