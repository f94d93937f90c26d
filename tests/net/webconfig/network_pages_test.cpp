// Pages about the network besides its basic settings: Wi-Fi, protocols, and the root certificates.
#include <gmock/gmock.h>

#include "net/webconfig/menu.hpp"
#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

using testing::HasSubstr;
using testing::Not;

class NetworkPages : public WebFixture {
 protected:
  NetworkPages() { log_in(password); }
  std::string set(std::string_view id, const Fields& fields) {
    return submit(address(id), address(id, "SET"), fields).body;
  }
};

TEST_F(NetworkPages, settings_of_the_panel_are_here_too) {
  EXPECT_THAT(set("NW_WIRED", {{"INPUTD_LINKSPEED", "100-FULL"}}), HasSubstr("Setup complete"));
  EXPECT_THAT(set("NW_SERVICE_MSNW", {{"INPUTR_MSNETWORK", "ON"}, {"INPUTT_WORKGROUP", "OFFICE"}}),
              HasSubstr("Setup complete"));
  EXPECT_THAT(set("NW_SERVICE_WIFID", {{"INPUTR_WIFIDIRECT", "ON"}}), HasSubstr("Setup complete"));
  EXPECT_THAT(set("NW_SERVICE_PRTCL", {{"INPUTR_WSD", "OFF"}, {"INPUTR_RAW", "OFF"}}), HasSubstr("Setup complete"));
  const auto& settings = machine->snapshot()->settings;
  EXPECT_EQ(settings.text("link-speed"), "100-full");
  EXPECT_EQ(settings.text("ms-network-workgroup"), "OFFICE");
  EXPECT_TRUE(settings.is_on("wifi-direct"));
  EXPECT_FALSE(settings.is_on("wsd"));
  EXPECT_FALSE(settings.is_on("raw-printing"));
}

TEST_F(NetworkPages, an_access_point_is_joined_and_left) {
  EXPECT_THAT(get(address("NW_WIFI")).body, HasSubstr(texts.in("en").text("check.remedy.E-2"))) << "none around";
  machine->post(
      device::command::SetAir{{{.ssid = "Office <1>", .security = "WPA2-PSK (AES)", .password = "right password"}}}, {},
      device::Origin::world);
  loop.sync([] {});
  const auto join = [&](const std::string& with) {
    clock.run(50);  // it takes the machine four seconds
    auto page = set("NW_WIFI", {{"INPUTR_WIFI", "ON"}, {"INPUTD_SSID", "Office <1>"}, {"INPUTT_PASSPHRASE", with}});
    clock.stand();
    return page;
  };
  EXPECT_THAT(join("wrong password"), Not(HasSubstr("Setup complete")));
  EXPECT_FALSE(machine->snapshot()->wifi.in_use);
  EXPECT_THAT(join("right password"), HasSubstr("Setup complete"));
  EXPECT_TRUE(machine->snapshot()->wifi.joined);
  const auto page = get(address("NW_WIFI")).body;
  EXPECT_THAT(page, HasSubstr("Office &lt;1&gt; (WPA2-PSK (AES))"));
  EXPECT_THAT(page, Not(HasSubstr("right password")));
  EXPECT_THAT(set("NW_WIFI", {{"INPUTR_WIFI", "OFF"}}), HasSubstr("Setup complete"));
  EXPECT_FALSE(machine->snapshot()->wifi.in_use);
}

TEST_F(NetworkPages, root_certificates_tell_their_version_and_that_there_is_no_way_to_the_maker) {
  EXPECT_THAT(get(address("NWS_ROOTCERT")).body, HasSubstr("<output id=\"version\">02.03</output>"));
  EXPECT_THAT(set("NWS_ROOTCERT", {}), HasSubstr("id=\"problem\""));
}

}  // namespace paneltwin::net::webconfig
