// What becomes of Wi-Fi Setup and Wired LAN Setup.
#include "device/network/wifi.hpp"

#include <algorithm>

#include "device/answer.hpp"
#include "device/impl.hpp"
#include "device/store/secret_names.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr Duration join_time = 4s;

FoundNetwork seen(const AccessPoint& point) { return {point.ssid, point.security, point.channel, point.signal}; }

}  // namespace

int Device::Impl::try_wifi(const std::string& ssid, const std::string& password) const {
  const auto point = std::ranges::find(air_, ssid, &AccessPoint::ssid);
  if (point == air_.end()) return 2;
  if (point->password != password) return 7;
  return point->filters_addresses ? 6 : 0;
}

/// What is around has changed, or what was chosen.
void Device::Impl::look_at_the_air() {
  auto& wifi = core.state.wifi;
  wifi.found.clear();
  for (const auto& point : air_) wifi.found.push_back(seen(point));
  std::ranges::stable_sort(wifi.found, std::ranges::greater(), &FoundNetwork::signal);
  if (wifi.in_use) {
    const auto point = std::ranges::find(air_, wifi.network.ssid, &AccessPoint::ssid);
    if (point != air_.end()) wifi.network = seen(*point);
    wifi.error = try_wifi(wifi.network.ssid, wifi_password_);
    wifi.joined = wifi.error == 0;
  }
  set_up_network();
}

void Device::Impl::on(const command::SetAir& command, Reply reply) {
  air_ = command.access_points;
  look_at_the_air();
  reply(0);
}

void Device::Impl::on(const command::JoinWifi& command, Reply reply) {
  pin_setup_.end(fail(FailureKind::canceled));
  core.ports.clock.call_after(join_time, core.while_alive([this, command, reply = std::move(reply)]() mutable {
    answer(reply, join_wifi(command.ssid, command.password));
  }));
}

void Device::Impl::on(const command::JoinWifiByButton&, Reply reply) {
  pin_setup_.end(fail(FailureKind::canceled));
  core.ports.clock.call_after(join_time, core.while_alive([this, reply = std::move(reply)]() mutable {
    const auto point = std::ranges::find_if(air_, &AccessPoint::button_pressed);
    const bool there = point != air_.end();
    answer(reply, join_wifi(there ? point->ssid : "", there ? point->password : ""));
  }));
}

void Device::Impl::on(const command::JoinWifiByPin&, Reply reply) { pin_setup_.begin(std::move(reply)); }

void Device::Impl::on(const command::StopWifiPin&, Reply reply) {
  pin_setup_.end(fail(FailureKind::canceled));
  reply(0);
}

void Device::Impl::on(const command::EnterWifiPin& command, Reply reply) {
  const auto point = std::ranges::find(air_, command.ssid, &AccessPoint::ssid);
  if (point == air_.end()) return reply(fail(FailureKind::not_found, command.ssid));
  if (!pin_setup_.waits()) return reply(fail(FailureKind::not_found, "no machine waits for a PIN"));
  if (!is_wifi_pin(command.pin)) return reply(fail(FailureKind::invalid_value, "pin"));
  if (command.pin != core.state.wifi.pin) {  // either side finds out, and gives up
    pin_setup_.end(fail(FailureKind::wps_pin_wrong));
    return reply(fail(FailureKind::wrong_password));
  }
  pin_setup_.take();
  auto join = [this, ssid = point->ssid, password = point->password, reply = std::move(reply)]() mutable {
    const auto joined = join_wifi(ssid, password);
    pin_setup_.end(joined);
    answer(reply, joined);
  };
  core.ports.clock.call_after(join_time, core.while_alive(std::move(join)));
}

Result<void> Device::Impl::join_wifi(const std::string& ssid, const std::string& password) {
  core.state.wifi.error = try_wifi(ssid, password);
  if (core.state.wifi.error != 0) {
    core.publish();
    return fail(core.state.wifi.error == 7 ? FailureKind::wrong_password : FailureKind::communication);
  }
  auto kept = core.keep({{"wifi.ssid", ssid}}, {{std::string(secret::wifi_password), password}});
  if (!kept) return kept;
  core.state.wifi.in_use = true;
  core.state.wifi.network.ssid = ssid;
  wifi_password_ = password;
  look_at_the_air();
  return {};
}

void Device::Impl::on(const command::UseWiredLan&, Reply reply) {
  pin_setup_.end(fail(FailureKind::canceled));
  answer(reply, core.enact(wired_lan()));
}

Prepared Device::Impl::wired_lan() {
  return {.settings = {{"wifi.ssid", std::nullopt}},
          .secrets = {{std::string(secret::wifi_password), std::nullopt}},
          .apply = [this] {
            core.state.wifi.in_use = core.state.wifi.joined = false;
            core.state.wifi.error = 0;
            wifi_password_.clear();
            set_up_network();
          }};
}

}  // namespace paneltwin::device
