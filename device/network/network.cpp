#include "device/network/network.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "device/network/ipv4.hpp"
#include "device/state.hpp"

namespace paneltwin::device {

namespace {

// What Link Speed & Duplex may be set to, as the network part calls it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> link_speeds{
    {{"10-half", "10BASE-T Half Duplex"},
     {"10-full", "10BASE-T Full Duplex"},
     {"100-half", "100BASE-TX Half Duplex"},
     {"100-full", "100BASE-TX Full Duplex"},
     {"1000-full", "1000BASE-T Full Duplex"}}};

std::uint32_t number(const std::string& address) { return parse_ipv4(address).value_or(0); }

bool same_network(std::uint32_t a, std::uint32_t b, std::uint32_t mask) {
  return mask != 0 && (a & mask) == (b & mask);
}

/// EUI-64 of the MAC address, under fe80::/64 (RFC 4291, appendix A).
std::string link_local(std::string_view mac) {
  unsigned b[6] = {};
  if (std::sscanf(std::string(mac).c_str(), "%x:%x:%x:%x:%x:%x", &b[0], &b[1], &b[2], &b[3], &b[4], &b[5]) != 6) {
    return {};
  }
  char text[32];
  std::snprintf(text, sizeof text, "fe80::%x:%xff:fe%02x:%x", (b[0] ^ 2) << 8 | b[1], b[2], b[3], b[4] << 8 | b[5]);
  return text;
}

/// Takes over the addresses that were set by hand.
void set_by_hand(Network& network, const Settings& settings) {
  network.dhcp = settings.text("obtain-ip-address") != "manual";
  if (!network.dhcp) {
    network.ip_address = settings.text("ip-address");
    network.subnet_mask = settings.text("subnet-mask");
    network.default_gateway = settings.text("default-gateway");
  }
  if (settings.text("dns-server-setting") == "manual") {
    network.primary_dns = settings.text("primary-dns");
    network.secondary_dns = settings.text("secondary-dns");
  }
}

}  // namespace

Network set_up(const Network& around, const Wifi& wifi, const Settings& settings, std::string_view mac_address) {
  Network network = around;
  set_by_hand(network, settings);
  network.proxy = settings.is_on("proxy-server-setting");
  network.ipv6 = settings.values.contains("ipv6") ? settings.is_on("ipv6") : around.ipv6;
  network.ipv6_link_local = network.ipv6 ? link_local(mac_address) : std::string();
  const auto* speed =
      std::ranges::find(link_speeds, settings.text("link-speed"), [](const auto& entry) { return entry.first; });
  if (speed != link_speeds.end()) network.connection_status = speed->second;
  if (wifi.in_use) network.link = around.link && wifi.joined;

  const auto address = number(network.ip_address), mask = number(network.subnet_mask);
  const auto gateway = number(network.default_gateway), lan = number(around.subnet_mask);
  network.fits = network.dhcp || (same_network(address, number(around.ip_address), lan) && mask != 0);
  network.leads_out =
      network.fits &&
      (network.dhcp || (same_network(gateway, address, mask) && gateway == number(around.default_gateway)));
  const auto answers = [&](const std::string& server) {
    if (server.empty() || (server != around.primary_dns && server != around.secondary_dns)) return false;
    return network.leads_out || same_network(number(server), address, mask);
  };
  network.finds_names = network.fits && (answers(network.primary_dns) || answers(network.secondary_dns));
  return network;
}

Reach reach_of(const State& state) {
  const auto& network = state.network;
  Reach reach{.fits = network.fits,
              .leads_out = network.leads_out,
              .finds_names = network.finds_names,
              .ipv6 = network.ipv6,
              .address = number(network.ip_address),
              .mask = number(network.subnet_mask),
              .clock_error = state.clock_error};
  if (network.proxy) {
    reach.proxy_host = state.settings.text("proxy-server");
    reach.proxy_port = static_cast<std::uint16_t>(state.settings.number("proxy-port"));
  }
  return reach;
}

}  // namespace paneltwin::device
