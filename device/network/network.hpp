// The network part: what it reports, and what comes of how it is set up.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "device/network/wifi.hpp"
#include "device/settings/setting_values.hpp"

namespace paneltwin::device {

/// What the network part reports. Under Auto the addresses are real: those this process listens on.
struct Network {
  bool link = true;  // cable in (the operator can pull it)
  std::string connection_status = "1000BASE-T Full Duplex";
  bool dhcp = true;
  std::string ip_address, subnet_mask, default_gateway, primary_dns, secondary_dns;
  std::string dns_host_name, dns_domain_name;
  bool proxy = false;
  bool ipv6 = true;
  std::string ipv6_link_local;
  std::string web_config;  // address that people type: "https://127.0.0.1:8443/"

  // What comes of it. Web Config is reached all the same: its sockets are this process's own.
  bool fits = true;         // the own address is one of the network that the cable leads to
  bool leads_out = true;    // the gateway lies in it: the rest of the world can be reached
  bool finds_names = true;  // a name server answers
  bool operator==(const Network&) const = default;
};

/// How the network part stands in `around` (what the cable, or the access point, leads to, and DHCP gives) as it is set
/// up.
Network set_up(const Network& around, const Wifi& wifi, const Settings& settings, std::string_view mac_address);

/// What a client on the machine's side may rely on. A copy for the wires; any thread.
struct Reach {
  bool fits = true, leads_out = true, finds_names = true, ipv6 = true;
  std::uint32_t address = 0, mask = 0;  // the own ones
  std::string proxy_host;               // empty: none
  std::uint16_t proxy_port = 0;
  std::chrono::milliseconds clock_error{0};  // the machine's date and time, against the world's

  /// In the machine's own network, so that no gateway is needed. Loopback and the machine's own address stand for the
  /// world outside, where the built-in cloud is.
  [[nodiscard]] bool is_near(std::uint32_t ipv4) const {
    return mask != 0 && (ipv4 & mask) == (address & mask) && ipv4 != address && ipv4 >> 24 != 127;
  }
};

struct State;
Reach reach_of(const State& state);

}  // namespace paneltwin::device
