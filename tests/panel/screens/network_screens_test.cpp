// Wi-Fi Setup, Connection Check, Date/Time and Restore Default Settings, as fingers go through them.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class NetworkScreens : public PanelTest {
 protected:
  void go(std::initializer_list<const char*> way) {
    open("compact");
    ASSERT_TRUE(panel->open_screen("general-settings"));
    settle();
    for (const auto* id : way) tap(id);
  }
};

TEST_F(NetworkScreens, wifi_asks_for_the_password_and_says_the_code_when_it_is_wrong) {
  machine.state.wifi.found = {{"Contoso-Office", "WPA2-PSK (AES)", 6, 4}, {"Contoso-Guest", "WPA3-SAE (AES)", 11, 3}};
  machine.publish();
  go({"network-settings", "wifi-setup", "wifi-wizard", "wifi-2"});
  type("short");
  EXPECT_FALSE(the("ok").enabled);
  type("-but-longer");
  tap("ok");
  const auto* join = machine.last<device::command::JoinWifi>();
  ASSERT_NE(join, nullptr);
  EXPECT_EQ(join->ssid, "Contoso-Guest");
  EXPECT_EQ(join->password, "short-but-longer");
  EXPECT_NE(node("joining"), nullptr);
  machine.state.wifi.error = 7;
  publish();
  answer(device::fail(device::FailureKind::wrong_password));
  EXPECT_NE(the("wifi-failed").text.find("E-7"), std::string::npos);
  tap("ok");
  tap("wifi-1");
  type("office-2026");
  tap("ok");
  machine.state.wifi.in_use = machine.state.wifi.joined = true;
  machine.state.wifi.network = machine.state.wifi.found.front();
  publish();
  answer(0);
  EXPECT_EQ(the("wifi-1").value, "Connected");
}

TEST_F(NetworkScreens, wifi_is_set_up_by_a_button_and_disabled_again) {
  go({"network-settings", "wifi-setup", "wifi-push-button", "start"});
  EXPECT_NE(machine.last<device::command::JoinWifiByButton>(), nullptr);
  EXPECT_NE(node("joining"), nullptr);
  machine.state.wifi.in_use = machine.state.wifi.joined = true;
  publish();
  answer(0);
  EXPECT_EQ(node("joining"), nullptr);
  ASSERT_TRUE(panel->open_screen("disable-wifi"));
  settle();
  tap("start");
  EXPECT_NE(machine.last<device::command::UseWiredLan>(), nullptr);
}

TEST_F(NetworkScreens, wifi_is_set_up_by_a_pin_that_the_glass_shows_as_long_as_it_waits) {
  go({"network-settings", "wifi-setup", "wifi-others", "wifi-pin", "start"});
  ASSERT_NE(machine.last<device::command::JoinWifiByPin>(), nullptr);
  machine.state.wifi.pin = "12345670";
  publish();
  EXPECT_EQ(the("pin").text, "1234 5670");
  tap("stop");
  EXPECT_NE(machine.last<device::command::StopWifiPin>(), nullptr);
  machine.state.wifi.pin.clear();
  publish();
  answer(device::fail(device::FailureKind::canceled));
  answer(0);  // of the stop
  EXPECT_EQ(panel->screen(), "wifi-pin") << "who stopped it need not be told";
  tap("start");
  answer(device::fail(device::FailureKind::wps_time_out));
  EXPECT_NE(panel->screen(), "wifi-pin");
  tap("ok");
  EXPECT_NE(node("start"), nullptr);
}

TEST_F(NetworkScreens, connection_check_shows_its_items_the_code_and_the_cure) {
  go({"network-settings", "connection-check", "start"});
  ASSERT_NE(machine.last<device::command::CheckConnection>(), nullptr);
  machine.state.connection_check = {.running = true};
  publish();
  EXPECT_FALSE(the("start").enabled);
  machine.state.connection_check = {
      .done = true, .error = 11, .cable = "pass", .ip_address = "pass", .ip_setup = "fail"};
  publish();
  EXPECT_EQ(the("check-result").value, "FAIL  E-11");
  EXPECT_EQ(the("cable").value, "PASS");
  EXPECT_EQ(the("ip-setup").value, "FAIL");
  EXPECT_EQ(the("name-server").value, "Unchecked");
  tap("print-report");
  EXPECT_EQ(machine.last<device::command::PrintStatusSheet>()->sheet, "connection-report");
}

TEST_F(NetworkScreens, the_date_is_typed_and_the_time_stays) {
  machine.state.settings.values["time-difference"] = "60";
  machine.publish();
  go({"basic-settings", "date-time-settings", "date-time"});
  EXPECT_EQ(the("time").value, "10:30");
  tap("date");
  for (int i = 0; i < 10; ++i) press("Backspace");
  type("2030-02-30");
  EXPECT_FALSE(the("ok").enabled);
  press("Backspace");
  press("Backspace");
  type("28");
  tap("ok");
  const auto* set = machine.last<device::command::SetDateTime>();
  ASSERT_NE(set, nullptr);
  EXPECT_EQ(device::to_iso8601(set->local), "2030-02-28T10:30:00Z");
}

TEST_F(NetworkScreens, restoring_asks_first) {
  go({"system-administration", "restore-default-settings", "restore-network"});
  tap("no");
  EXPECT_EQ(machine.last<device::command::RestoreDefaults>(), nullptr);
  tap("restore-network");
  tap("yes");
  EXPECT_EQ(machine.last<device::command::RestoreDefaults>()->group, "network");
}

TEST_F(NetworkScreens, a_darker_glass_is_darker_and_a_machine_that_does_not_wake_on_touch_sleeps_on) {
  open();
  const auto bright = panel->glass().picture();
  machine.state.settings.values["lcd-brightness"] = "3";
  publish();
  EXPECT_FALSE(panel->glass().picture() == bright);
  machine.state.settings.values["wake-with-touch"] = "off";
  machine.state.power = device::PowerState::asleep;
  publish();
  machine.posted.clear();
  tap_at(100, 100);
  EXPECT_NE(node("asleep"), nullptr);
}

}  // namespace paneltwin::panel
