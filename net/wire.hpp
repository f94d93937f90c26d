// What every client on the machine's side goes out through: names, reachability, trust and the clock.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "device/clock.hpp"
#include "device/loop.hpp"
#include "device/network/network.hpp"
#include "net/world/faults.hpp"

namespace paneltwin::net {

class WireTrace;

struct Wire {
  device::Loop& loop;
  const device::Clock& clock;  // certificates are checked at its time
  const Faults& faults;
  std::vector<std::filesystem::path> authorities;  // PEM files trusted beside the system's own roots
  bool knows_todays_roots = true;                  // false: trusts only what is imported; loop only
  std::vector<std::string> imported;               // PEM, trusted as well: what people imported; loop only
  std::chrono::seconds connect_time{10};           // real time
  std::chrono::seconds reply_time{60};             // real time, for each reply
  bool additional = false;                         // leads through the additional network, which has a cable of its own
  std::string local_address;                       // connections come from here; empty: from where the system likes
  std::function<device::Reach()> reach = [] { return device::Reach{}; };  // how the network part is set up; any thread
  WireTrace* trace = nullptr;                                             // who listens in, if anybody
};

}  // namespace paneltwin::net
