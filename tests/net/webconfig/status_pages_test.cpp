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

/// As a program for office walls does it: the third fieldset of the page, what comes after its legend.
TEST_F(StatusPages, the_printers_state_stands_where_programs_count_it) {
  auto page = get("/PRESENTATION/ADVANCED/INFO_PRTINFO/TOP").body;
  for (int i = 0; i < 3; ++i) page = page.substr(page.find("<fieldset") + 9);
  EXPECT_THAT(page, testing::StartsWith(" class=\"group\"><legend>Printer Status</legend><ul class=\"values\">"
                                        "<li class=\"value clearfix\"><div class=\"preserve-white-space\" "
                                        "id=\"printer-status\">Available.</div>"));
}

TEST_F(StatusPages, ink_levels_stand_where_programs_read_them) {
  machine->post(device::command::ChangeConditions{{.supplies = {{device::Supply::yellow, 10}}}}, {},
                device::Origin::world);
  loop.sync([] {});
  const auto page = get("/PRESENTATION/ADVANCED/INFO_PRTINFO/TOP").body;
  EXPECT_THAT(page, HasSubstr("linear-gradient(to top, #FFF200 0%, #FFF200 10%, #FFFFFF 10%, #FFFFFF 100%)"));
  EXPECT_THAT(page, HasSubstr("Icn_low.PNG"));
  EXPECT_THAT(page, HasSubstr("Icn_Mb.PNG"));
}

TEST_F(StatusPages, the_hardware_works) {
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/INFO_BEHAVIORINFO/TOP").body, HasSubstr("Working normally."));
}

TEST_F(StatusPages, the_panel_is_seen_as_a_jpeg_without_a_log_in) {
  const std::string page = "/PRESENTATION/ADVANCED/INFO_PANELSNAPSHOT/";
  EXPECT_EQ(get(page + "PANELIMAGE.JPG").status, 503);
  loop.sync([&] { web->see_panel([](auto done) { done("\xFF\xD8 the glass"); }); });
  EXPECT_EQ(post(page + "TOP", {}).status, 200);
  const auto picture = get(page + "PANELIMAGE.JPG");
  EXPECT_EQ(picture.body, "\xFF\xD8 the glass");
  EXPECT_EQ(http::value_of(picture.headers, "Content-Type"), "image/jpeg");
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
  request.headers = {{"Accept-Language", "zh-HK, zh-CN;q=0.8"}};
  EXPECT_THAT(send(request).body, HasSubstr("網路狀態"));
  request.headers = {{"Accept-Language", "zh"}};
  EXPECT_THAT(send(request).body, HasSubstr("网络状态"));
}

}  // namespace paneltwin::net::webconfig
