// What the operator breaks between the machine and the rest of the world. The machine's wires ask here before they go
// out.
#pragma once

#include <atomic>

namespace paneltwin::net {

/// Set by the operator's side, read by the wires. Any thread.
struct Faults {
  std::atomic<bool> dns{false};                 // names are not found
  std::atomic<bool> smtp_port{false};           // port 587 (whatever the provider's is) refuses
  std::atomic<bool> tls{false};                 // the peer's certificate cannot be trusted
  std::atomic<bool> additional_network{false};  // the cable of the additional network is out
  std::atomic<bool> network{false};  // cable out: nothing reaches anything, except the operator's side and the browser
};

}  // namespace paneltwin::net
