// Device Management > Firmware Update with a file, and what firmware without OAuth 2.0 shows.
#include <gmock/gmock.h>

#include "device/firmware/firmware_file.hpp"
#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {
const std::string page = "/PRESENTATION/ADVANCED/ADMIN_FIRMWARE/";
const std::string email_page = "/PRESENTATION/ADVANCED/NW_EMAIL_BASIC/TOP";
}  // namespace

class OldFirmware : public WebFixture {
 protected:
  OldFirmware() : WebFixture({"scan-to-email"}, "07.31.GW22OA") { log_in(password); }

  http::Response upload(const std::string& content) {
    const auto part = [](const std::string& head, const std::string& body) {
      return "--limit\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + body + "\r\n";
    };
    http::Request request{.method = "POST", .target = page + "FILE", .path = page + "FILE"};
    request.headers = {{"Content-Type", "multipart/form-data; boundary=limit"}};
    request.body =
        part("name=\"INPUTT_SETUPTOKEN\"", token_of(get(page + "TOP"))) +
        part("name=\"INPUTF_FIRMWARE\"; filename=\"new.ptfw\"\r\nContent-Type: application/octet-stream", content) +
        "--limit--\r\n";
    return send(std::move(request));
  }
  /// Lets the clock run until the machine is on again.
  void pass_update() {
    for (int i = 0; i < 60; ++i) {
      clock.advance(1s);
      loop.sync([] {});
      loop.sync([] {});
    }
  }
};

TEST_F(OldFirmware, offers_no_oauth2_and_says_what_to_do) {
  EXPECT_THAT(get(email_page).body, AllOf(Not(HasSubstr("id=\"method-OAUTH2\"")), HasSubstr("id=\"no-oauth2\""),
                                          HasSubstr("update the firmware")));
}

TEST_F(OldFirmware, takes_a_good_file_restarts_and_asks_for_the_log_in_again) {
  EXPECT_EQ(location(upload(device::write_firmware_file({"large", "07.84.GW19Q3", "body"}))), page + "TOP");
  EXPECT_THAT(get(page + "TOP").body, HasSubstr("id=\"progress\""));
  for (int i = 0; i < 23; ++i) {
    clock.advance(1s);
    loop.sync([] {});
    loop.sync([] {});
  }
  EXPECT_EQ(get(page + "TOP").status, 503);
  pass_update();
  EXPECT_THAT(location(get(page + "TOP")), HasSubstr("PASSWORD/TOP"));
  log_in(password);
  EXPECT_THAT(get(page + "TOP").body, HasSubstr("<output id=\"current\">07.84.GW19Q3</output>"));
  EXPECT_THAT(get(email_page).body, HasSubstr("id=\"method-OAUTH2\""));
}

TEST_F(OldFirmware, says_what_is_wrong_with_a_file) {
  EXPECT_THAT(upload("GIF89a").body, HasSubstr("not a firmware file"));
  EXPECT_THAT(upload(device::write_firmware_file({"compact", "07.84.GW19Q3", "body"})).body,
              HasSubstr("for another model"));
  auto damaged = device::write_firmware_file({"large", "07.84.GW19Q3", "body"});
  damaged.back() = 'x';
  EXPECT_THAT(upload(damaged).body, HasSubstr("damaged"));
  EXPECT_EQ(machine->snapshot()->firmware.phase, device::FirmwarePhase::idle);
}

}  // namespace paneltwin::net::webconfig
