// Fax on the panel, as by a finger; and Firmware Update.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class FaxScreen : public PanelTest {
 protected:
  void open_fax(const std::string& model = "large") {
    machine.state.fax_server = device::FaxServer{.use = true, .domain = "fax.example", .recent_numbers = {"0399"}};
    machine.state.feeder = device::OriginalInfo{"letter.pdf", 2};
    machine.publish();
    open(model);
    tap("fax");
  }
};

TEST_F(FaxScreen, numbers_come_by_ten_keys_and_from_the_recent_ones) {
  for (const std::string model : {"large", "compact"}) {
    open_fax(model);
    EXPECT_FALSE(the("send").enabled);
    tap("recipient");
    EXPECT_FALSE(the("ok").enabled);
    EXPECT_EQ(node("key-q"), nullptr);
    for (const auto* key : {"key-+", "key-4", "key-9", "key--", "key-3", "key-0", "key-backspace", "key-#"}) tap(key);
    EXPECT_EQ(the("input").value, "+49-3#");
    tap("ok");
    tap("recent-1");
    tap("fax-settings-tab");
    tap("fax-resolution");
    tap("super_fine");
    tap("two-sided");
    tap("send");
    const auto* start = machine.last<device::command::StartFax>();
    ASSERT_NE(start, nullptr);
    EXPECT_EQ(start->fax,
              (device::FaxRequest{
                  .numbers = {"+49-3#", "0399"}, .resolution = device::FaxResolution::super_fine, .two_sided = true}));
    machine.posted.clear();
    machine.answers.clear();
  }
}

TEST_F(FaxScreen, what_is_no_number_cannot_be_entered) {
  open_fax();
  tap("recipient");
  type("12@evil.example");
  EXPECT_FALSE(the("ok").enabled);
}

TEST_F(FaxScreen, a_server_that_is_not_set_up_is_told) {
  open_fax();
  tap("recent-1");
  tap("send");
  answer(device::fail(device::FailureKind::fax_server_off));
  EXPECT_EQ(the("message").text, "The fax server is not set up. Contact your administrator.");
}

TEST_F(FaxScreen, a_model_without_a_fax_has_no_tile) {
  open("no-fax");
  EXPECT_EQ(node("fax"), nullptr);
  EXPECT_NE(node("scan"), nullptr);
}

class FirmwareScreen : public PanelTest {
 protected:
  void open_screen() {
    machine.state.product.firmware = "07.31.GW22OA";
    machine.publish();
    open("large");
    panel->open_screen("firmware-update");
    settle();
  }
};

TEST_F(FirmwareScreen, looks_asks_updates_and_shows_how_far_it_is) {
  open_screen();
  tap("check");
  EXPECT_NE(machine.last<device::command::LookForFirmware>(), nullptr);
  machine.state.firmware.phase = device::FirmwarePhase::checking;
  machine.publish();
  answer(0);
  EXPECT_NE(node("firmware-progress"), nullptr);
  machine.state.firmware = {.newest = "07.84.GW19Q3"};
  publish();
  EXPECT_EQ(node("firmware-progress"), nullptr);
  tap("update");
  tap("yes");
  EXPECT_NE(machine.last<device::command::UpdateFirmware>(), nullptr);
  machine.state.firmware.phase = device::FirmwarePhase::writing;
  machine.state.firmware.percent = 40;
  machine.publish();
  answer(0);
  EXPECT_EQ(the("firmware-progress").text, "Updating firmware… 40%");
  machine.state.power = device::PowerState::restarting;
  publish();
  EXPECT_NE(node("restarting"), nullptr);
  EXPECT_EQ(node("home"), nullptr);
}

TEST_F(FirmwareScreen, a_failure_comes_up_as_a_message) {
  open_screen();
  tap("check");
  machine.state.firmware.phase = device::FirmwarePhase::checking;
  machine.publish();
  answer(0);
  machine.state.firmware = {.failure = device::Failure{device::FailureKind::dns, {}}};
  publish();
  EXPECT_NE(node("failure"), nullptr);
}

}  // namespace paneltwin::panel
