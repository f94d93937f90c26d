// How the network part stands as it is set up, what comes of it, and what Connection Check says about it.
#include "device/network/wifi_pin.hpp"
#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;

namespace {
const Network office{.ip_address = "192.168.1.20",
                     .subnet_mask = "255.255.255.0",
                     .default_gateway = "192.168.1.1",
                     .primary_dns = "192.168.1.1",
                     .secondary_dns = "203.0.113.53"};
constexpr std::string_view mac = "02:00:5E:10:20:30";
}  // namespace

class NetworkSetUp : public testing::Test {
 protected:
  Network set(std::initializer_list<std::pair<const std::string, std::string>> values) {
    for (const auto& [id, value] : values) settings.values[id] = value;
    return set_up(office, wifi, settings, mac);
  }
  /// Set by hand, as it was obtained but for these.
  Network by_hand(std::initializer_list<std::pair<const std::string, std::string>> values) {
    set({{"obtain-ip-address", "manual"},
         {"ip-address", office.ip_address},
         {"subnet-mask", office.subnet_mask},
         {"default-gateway", office.default_gateway}});
    return set(values);
  }
  const Assets assets{{PANELTWIN_SOURCE_DIR "/assets"}};
  const Wifi wifi;
  Settings settings = SettingTable::load(assets).value().initial();
};

TEST_F(NetworkSetUp, what_is_obtained_automatically_is_good_and_reaches_everything) {
  const auto network = set({});
  EXPECT_EQ(network.ip_address, office.ip_address);
  EXPECT_TRUE(network.fits && network.leads_out && network.finds_names);
  EXPECT_EQ(network.ipv6_link_local, "fe80::0:5eff:fe10:2030");
  EXPECT_EQ(check_connection(network, wifi).error, 0);
}

TEST_F(NetworkSetUp, each_wrong_value_has_its_own_consequence_and_code) {
  const struct {
    const char *id, *value;
    bool fits, leads_out, finds_names;
    int error;
  } cases[] = {
      {"default-gateway", "192.168.1.1", true, true, true, 0},
      {"default-gateway", "0.0.0.0", true, false, true, 11},      // the LAN's own name server is still there
      {"default-gateway", "192.168.2.1", true, false, true, 10},  // outside of the subnet
      {"default-gateway", "192.168.1.9", true, false, true, 11},  // nobody there leads out
      {"ip-address", "10.0.0.5", false, false, false, 10},
      {"ip-address", "0.0.0.0", false, false, false, 8},
      {"ip-address", "169.254.3.4", false, false, false, 8},
      {"subnet-mask", "0.0.0.0", false, false, false, 10},
      {"subnet-mask", "255.0.255.0", true, true, true, 10},
  };
  for (const auto& [id, value, fits, leads_out, finds_names, error] : cases) {
    const auto network = by_hand({{id, value}});
    EXPECT_EQ(network.fits, fits) << id << " " << value;
    EXPECT_EQ(network.leads_out, leads_out) << id << " " << value;
    EXPECT_EQ(network.finds_names, finds_names) << id << " " << value;
    EXPECT_EQ(check_connection(network, wifi).error, error) << id << " " << value;
  }
}

TEST_F(NetworkSetUp, a_name_server_beyond_the_gateway_needs_the_gateway) {
  auto network = by_hand({{"dns-server-setting", "manual"}, {"primary-dns", "203.0.113.53"}});
  EXPECT_TRUE(network.finds_names);
  network = by_hand({{"default-gateway", "0.0.0.0"}});
  EXPECT_FALSE(network.finds_names);
  network = by_hand({{"primary-dns", ""}});
  EXPECT_FALSE(network.finds_names);
  EXPECT_EQ(check_connection(network, wifi).error, 9);
  network = by_hand({{"primary-dns", "192.168.1.77"}});
  EXPECT_FALSE(network.finds_names);
}

TEST_F(NetworkSetUp, a_cable_that_is_out_is_e_1_and_nothing_more_is_checked) {
  auto network = set({});
  network.link = false;
  const auto check = check_connection(network, wifi);
  EXPECT_EQ(check.error, 1);
  EXPECT_EQ(check.cable, "fail");
  EXPECT_EQ(check.ip_address, "unchecked");
}

TEST_F(NetworkSetUp, a_link_speed_set_by_hand_shows_in_the_status) {
  EXPECT_EQ(set({{"link-speed", "100-full"}}).connection_status, "100BASE-TX Full Duplex");
  EXPECT_EQ(set({{"link-speed", "auto"}}).connection_status, "1000BASE-T Full Duplex");
  EXPECT_EQ(set({{"ipv6", "off"}}).ipv6_link_local, "");
}

class NetworkOfMachine : public MachineTest {
 protected:
  void SetUp() override { ASSERT_TRUE(ask(command::SetNetwork{office}, Origin::world)); }
  void set(const std::string& id, const std::string& value) { ASSERT_TRUE(ask(command::SetSetting{id, value})); }
};

TEST_F(NetworkOfMachine, setting_by_hand_begins_with_what_was_obtained) {
  set("obtain-ip-address", "manual");
  EXPECT_EQ(state().settings.text("ip-address"), office.ip_address);
  EXPECT_EQ(state().network.default_gateway, office.default_gateway);
  EXPECT_TRUE(state().network.leads_out);
  set("default-gateway", "0.0.0.0");
  EXPECT_FALSE(state().network.leads_out);
  power_cut();
  ASSERT_TRUE(ask(command::SetNetwork{office}, Origin::world));
  EXPECT_EQ(state().network.default_gateway, "0.0.0.0");
  ASSERT_TRUE(ask(command::RestoreDefaults{"network"}));
  EXPECT_EQ(state().network.default_gateway, office.default_gateway);
}

TEST_F(NetworkOfMachine, connection_check_takes_its_time_and_its_report_is_printed) {
  set("obtain-ip-address", "manual");
  set("default-gateway", "0.0.0.0");
  std::optional<Result<std::int64_t>> answer;
  device->post(command::CheckConnection{}, [&](const auto& result) { answer = result; });
  until([](const State& now) { return now.connection_check.running; });
  EXPECT_EQ(ask(command::CheckConnection{}).error().kind, FailureKind::busy);
  pass(3s);
  until([](const State& now) { return now.connection_check.done; });
  EXPECT_EQ(state().connection_check.error, 11);
  const auto job = ended(ask(command::PrintStatusSheet{"connection-report"}).value());
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_TRUE(job.file_name.starts_with("connection-check-")) << job.file_name;
  EXPECT_EQ(ask(command::PrintStatusSheet{"no-such"}).error().kind, FailureKind::invalid_value);
  EXPECT_EQ(ask(command::PrintStatusSheet{"../models/large"}).error().kind, FailureKind::invalid_value);
}

TEST_F(NetworkOfMachine, a_service_is_registered_only_when_the_internet_can_be_reached) {
  set("dns-server-setting", "manual");
  set("primary-dns", "");
  set("secondary-dns", "");
  EXPECT_EQ(ask(command::SetSetting{"epson-connect", "registered"}).error().kind, FailureKind::dns);
  set("dns-server-setting", "auto");
  EXPECT_TRUE(ask(command::SetSetting{"epson-connect", "registered"}));
}

TEST_F(NetworkOfMachine, the_wires_are_told_what_they_may_rely_on) {
  set("proxy-server-setting", "on");
  set("proxy-server", "proxy.contoso.example");
  set("proxy-port", "3128");
  ASSERT_TRUE(ask(command::SetDateTime{start + std::chrono::days(3650)}));
  const auto reach = reach_of(state());
  EXPECT_EQ(reach.proxy_host, "proxy.contoso.example");
  EXPECT_EQ(reach.proxy_port, 3128);
  EXPECT_EQ(reach.clock_error, std::chrono::days(3650));
  EXPECT_TRUE(reach.is_near(0xC0A80105));   // 192.168.1.5
  EXPECT_FALSE(reach.is_near(0xC0A80114));  // itself stands for the world outside
  EXPECT_FALSE(reach.is_near(0x08080808));
  EXPECT_FALSE(reach.is_near(0x7F000001));
}

class WifiOfMachine : public NetworkOfMachine {
 protected:
  void SetUp() override {
    NetworkOfMachine::SetUp();
    ASSERT_TRUE(ask(command::SetAir{air}, Origin::world));
  }
  /// Joining takes a while on the clock.
  Result<std::int64_t> join(const std::string& ssid, const std::string& password) {
    std::optional<Result<std::int64_t>> answer;
    device->post(command::JoinWifi{ssid, password}, [&](const auto& result) { answer = result; });
    on_loop([] {});
    pass(4s);
    on_loop([] {});
    EXPECT_TRUE(answer);
    return answer.value_or(fail(FailureKind::busy));
  }
  const std::vector<AccessPoint> air{{.ssid = "Far", .security = "WPA2-PSK (AES)", .password = "far-away", .signal = 1},
                                     {.ssid = "Near", .security = "WPA3-SAE (AES)", .password = "next-door"},
                                     {.ssid = "Shy", .password = "let-me-in", .filters_addresses = true}};
};

TEST_F(WifiOfMachine, what_is_around_is_found_strongest_first_without_a_password_in_the_snapshot) {
  ASSERT_EQ(state().wifi.found.size(), 3u);
  EXPECT_EQ(state().wifi.found.back().ssid, "Far");
  EXPECT_EQ(to_json(state()).find("next-door"), std::string::npos);
}

TEST_F(WifiOfMachine, each_way_to_fail_has_its_code_and_leaves_the_wired_lan_in_use) {
  EXPECT_EQ(join("Near", "not the one").error().kind, FailureKind::wrong_password);
  EXPECT_EQ(state().wifi.error, 7);
  EXPECT_FALSE(join("Gone", "whatever-it-was"));
  EXPECT_EQ(state().wifi.error, 2);
  EXPECT_FALSE(join("Shy", "let-me-in"));
  EXPECT_EQ(state().wifi.error, 6);
  EXPECT_FALSE(state().wifi.in_use);
  EXPECT_TRUE(state().network.link);
}

TEST_F(WifiOfMachine, a_pressed_button_lets_in_without_a_password) {
  const auto push = [&] {
    std::optional<Result<std::int64_t>> answer;
    device->post(command::JoinWifiByButton{}, [&](const auto& result) { answer = result; });
    on_loop([] {});
    pass(4s);
    on_loop([] {});
    return answer.value_or(fail(FailureKind::busy)).has_value();
  };
  EXPECT_FALSE(push()) << "nobody pressed one";
  auto pressed = air;
  pressed[1].button_pressed = true;
  ASSERT_TRUE(ask(command::SetAir{pressed}, Origin::world));
  EXPECT_TRUE(push());
  EXPECT_EQ(state().wifi.network.ssid, "Near");
  EXPECT_TRUE(state().wifi.joined);
}

TEST_F(WifiOfMachine, what_was_joined_is_kept_and_missed_when_it_is_gone) {
  ASSERT_TRUE(join("Near", "next-door"));
  EXPECT_TRUE(state().wifi.joined);
  power_cut();
  ASSERT_TRUE(ask(command::SetAir{air}, Origin::world));
  EXPECT_TRUE(state().wifi.joined);
  EXPECT_EQ(state().wifi.network.security, "WPA3-SAE (AES)");
  ASSERT_TRUE(ask(command::SetAir{}, Origin::world));
  EXPECT_FALSE(state().network.link);
  EXPECT_EQ(check_connection(state().network, state().wifi).error, 2);
  ASSERT_TRUE(ask(command::UseWiredLan{}));
  EXPECT_TRUE(state().network.link);
}

TEST(WifiPin, its_last_digit_checks_the_others) {
  EXPECT_EQ(with_check_digit("1234567"), "12345670");  // the example that every router's page shows
  for (const auto* seven : {"0000000", "9999999", "8675309"}) EXPECT_TRUE(is_wifi_pin(with_check_digit(seven)));
  for (const auto* no : {"", "12345671", "1234567", "123456700", "1234567a"}) EXPECT_FALSE(is_wifi_pin(no)) << no;
}

class WifiByPin : public WifiOfMachine {
 protected:
  /// The machine shows its PIN from then on.
  void begin() {
    device->post(command::JoinWifiByPin{}, [this](const auto& result) { ended = result; });
    on_loop([] {});
    EXPECT_TRUE(is_wifi_pin(state().wifi.pin));
  }
  /// The printer joins, if it does, in four seconds.
  Result<std::int64_t> enter(const std::string& ssid, const std::string& pin) {
    std::optional<Result<std::int64_t>> answer;
    device->post(command::EnterWifiPin{ssid, pin}, [&](const auto& result) { answer = result; }, Origin::world);
    on_loop([] {});
    pass(4s);
    on_loop([] {});
    return answer.value_or(fail(FailureKind::busy));
  }
  std::optional<Result<std::int64_t>> ended;
};

TEST_F(WifiByPin, the_access_point_that_the_pin_is_entered_at_lets_the_machine_in) {
  EXPECT_EQ(enter("Near", "12345670").error().kind, FailureKind::not_found) << "nobody waits";
  begin();
  const auto pin = state().wifi.pin;
  EXPECT_EQ(to_json(state()).find(pin), std::string::npos) << "it is for the glass alone";
  EXPECT_EQ(ask(command::JoinWifiByPin{}).error().kind, FailureKind::busy);
  EXPECT_EQ(enter("Gone", pin).error().kind, FailureKind::not_found);
  EXPECT_EQ(enter("Near", "12345671").error().kind, FailureKind::invalid_value) << "the access point checks it";
  EXPECT_EQ(state().wifi.pin, pin) << "it waits on";
  EXPECT_TRUE(enter("Near", pin));
  EXPECT_TRUE(ended && *ended);
  EXPECT_TRUE(state().wifi.joined);
  EXPECT_TRUE(state().wifi.pin.empty());
  power_cut();
  ASSERT_TRUE(ask(command::SetAir{air}, Origin::world));
  EXPECT_EQ(state().wifi.network.ssid, "Near");
  EXPECT_TRUE(state().wifi.joined);
}

TEST_F(WifiByPin, another_pin_two_minutes_and_a_filter_each_end_it_and_leave_the_wired_lan_in_use) {
  begin();
  const auto other = with_check_digit(state().wifi.pin.starts_with('1') ? "2345678" : "1234567");
  EXPECT_EQ(enter("Near", other).error().kind, FailureKind::wrong_password);
  EXPECT_EQ(ended->error().kind, FailureKind::wps_pin_wrong);
  begin();
  pass(119s);
  on_loop([] {});
  EXPECT_FALSE(state().wifi.pin.empty());
  pass(1s);
  on_loop([] {});
  EXPECT_EQ(ended->error().kind, FailureKind::wps_time_out);
  EXPECT_TRUE(state().wifi.pin.empty());
  begin();
  EXPECT_FALSE(enter("Shy", state().wifi.pin));
  EXPECT_EQ(state().wifi.error, 6);
  begin();
  ASSERT_TRUE(ask(command::StopWifiPin{}));
  EXPECT_EQ(ended->error().kind, FailureKind::canceled);
  EXPECT_FALSE(state().wifi.in_use);
  EXPECT_TRUE(state().network.link);
}

TEST_F(WifiByPin, another_way_into_a_network_ends_it) {
  begin();
  ASSERT_TRUE(ask(command::UseWiredLan{}));
  EXPECT_EQ(ended->error().kind, FailureKind::canceled);
  EXPECT_TRUE(state().wifi.pin.empty());
}

TEST_F(WifiByPin, lock_setting_covers_it) {
  ASSERT_TRUE(ask(command::SetLockSetting{true}));
  EXPECT_EQ(ask(command::JoinWifiByPin{}).error().kind, FailureKind::not_allowed);
}

}  // namespace paneltwin::device
