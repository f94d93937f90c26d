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
  EXPECT_THAT(page, HasSubstr("id=\"root-certificates\">02.03</div>"));
  EXPECT_THAT(page, HasSubstr("Epson Connect Status"));
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

TEST_F(StatusPages, network_status_tells_the_network_in_the_real_pages_order_and_the_email_server) {
  const auto page = get("/PRESENTATION/ADVANCED/INFO_NWINFO/TOP").body;
  std::size_t at = 0;
  for (const auto* label : {"Device Name",
                            "Connection Status",
                            "Obtain IP Address",
                            "Set using BOOTP",
                            "(APIPA)",
                            "IP Address",
                            "Subnet Mask",
                            "Default Gateway",
                            "DNS Server Setting",
                            "Primary DNS Server",
                            "Secondary DNS Server",
                            "DNS Host Name Setting",
                            "DNS Host Name",
                            "DNS Domain Name Setting",
                            "DNS Domain Name",
                            "to DNS",
                            "Proxy Server Setting",
                            "IPv6 Setting",
                            "IPv6 Privacy Extension",
                            "IPv6 DHCP Server Setting",
                            "IPv6 Address",
                            "IPv6 Address Default Gateway",
                            "IPv6 Link-Local Address",
                            "IPv6 Stateful Address",
                            "IPv6 Stateless Address 1",
                            "IPv6 Primary DNS Server",
                            "MAC Address",
                            "Authentication Method"}) {
    at = page.find(std::string(label) + "&nbsp;:</span>", at);
    ASSERT_NE(at, std::string::npos) << label;
  }
}

TEST_F(StatusPages, usage_status_has_a_table_for_sizes_functions_and_interfaces) {
  const auto page = get("/PRESENTATION/ADVANCED/INFO_MENTINFO/TOP").body;
  EXPECT_THAT(page, HasSubstr("First Printing Date"));
  EXPECT_THAT(page, HasSubstr("<th class=\"key\" scope=\"col\">Additional Network</th>"));
  EXPECT_THAT(page, HasSubstr("<td class=\"value number\" id=\"printed-a4\">0</td>"));
}

TEST_F(StatusPages, software_licenses_are_a_page_for_everyone) {
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/INFO_PRTINFO/TOP").body,
              HasSubstr("href=\"/PRESENTATION/ADVANCED/LICENSE/TOP\""));
  const auto page = get("/PRESENTATION/ADVANCED/LICENSE/TOP");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("OpenSSL"));
}

class CardReader : public WebFixture {
 protected:
  CardReader() : WebFixture({"scan-to-email", "epa-serverless"}) {}
};

TEST_F(CardReader, product_status_tells_whether_a_card_is_read) {
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/INFO_PRTINFO/TOP").body,
              HasSubstr("id=\"card-reader-status\">Connected</div>"));
  machine->post(device::command::SetAuthentication{{.on = true}}, {}, device::Origin::web);
  machine->post(device::command::LayCard{"04AD3110"}, {}, device::Origin::world);
  loop.sync([] {});
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/INFO_PRTINFO/TOP").body, HasSubstr("Connected (Card is read)"));
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
