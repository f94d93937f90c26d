// Settings > Network Settings > Connection Check: what is checked, in the report's own order, and what it finds.
#pragma once

#include <string>

namespace paneltwin::device {

/// Each item is "pass", "fail" or "unchecked": after the first fault nothing more is checked.
struct ConnectionCheck {
  bool running = false;
  bool done = false;
  int error = 0;                                           // 8 is E-8; 0: passed
  std::string ssid = "unchecked", password = "unchecked";  // of Wi-Fi; `cable` is the wired LAN's
  std::string cable = "unchecked", ip_address = "unchecked", ip_setup = "unchecked", name_server = "unchecked";
  bool operator==(const ConnectionCheck&) const = default;
};

struct Network;
struct Wifi;
/// Pure: what a network part that stands so finds. E-codes as the maker's (panel facts 2.3).
ConnectionCheck check_connection(const Network& network, const Wifi& wifi);

}  // namespace paneltwin::device
