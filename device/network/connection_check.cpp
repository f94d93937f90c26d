#include "device/network/connection_check.hpp"

#include "device/answer.hpp"
#include "device/impl.hpp"
#include "device/network/ipv4.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr Duration check_time = 3s;

/// Ones, then zeros.
bool is_mask(std::uint32_t mask) { return mask != 0 && (~mask & (~mask + 1)) == 0; }

/// 0, or the E-code of what is wrong with the addresses.
int wrong_setup(const Network& network) {
  const auto address = parse_ipv4(network.ip_address).value_or(0);
  const auto mask = parse_ipv4(network.subnet_mask).value_or(0);
  const auto gateway = parse_ipv4(network.default_gateway).value_or(0);
  if (!is_mask(mask)) return 10;
  if (gateway == 0) return 11;
  if ((gateway & mask) != (address & mask)) return 10;
  if (!network.fits) return 13;
  return network.leads_out ? 0 : 11;
}

}  // namespace

ConnectionCheck check_connection(const Network& network, const Wifi& wifi) {
  ConnectionCheck check{.done = true};
  const auto found = [&](std::string& item, int error) {
    item = error == 0 ? "pass" : "fail";
    check.error = error;
    return error != 0;
  };
  const auto address = parse_ipv4(network.ip_address).value_or(0);
  constexpr std::uint32_t self_assigned = 0xA9FE0000;  // 169.254.0.0/16 (RFC 3927)
  if (wifi.in_use) {
    if (found(check.ssid, wifi.error == 2 ? 2 : 0)) return check;
    if (found(check.password, wifi.error)) return check;
  }
  if (found(wifi.in_use ? check.ssid : check.cable, network.link ? 0 : wifi.in_use ? 2 : 1)) return check;
  if (found(check.ip_address, address == 0 || (address & 0xFFFF0000) == self_assigned ? 8 : 0)) return check;
  if (found(check.ip_setup, wrong_setup(network))) return check;
  found(check.name_server, network.finds_names ? 0 : 9);
  return check;
}

void Device::Impl::on(const command::CheckConnection&, Reply reply) {
  auto& check = core.state.connection_check;
  if (check.running) return reply(fail(FailureKind::busy));
  check = {.running = true};
  core.publish();
  core.ports.clock.call_after(check_time, core.while_alive([this, reply = std::move(reply)]() mutable {
    core.state.connection_check = check_connection(core.state.network, core.state.wifi);
    core.publish();
    reply(0);
  }));
}

}  // namespace paneltwin::device
