// PIN Code Setup (Wi-Fi Protected Setup): the machine shows a PIN, somebody enters it at the access point.
#pragma once

#include <string>
#include <string_view>

#include "device/core.hpp"

namespace paneltwin::device {

/// Eight digits, of which the last checks the others (Wi-Fi Simple Configuration, 7.4.1).
bool is_wifi_pin(std::string_view pin);
/// Seven digits and the one that checks them.
std::string with_check_digit(std::string seven);

/// Loop only.
class WifiPinSetup {
 public:
  explicit WifiPinSetup(Core& core) : core_(core) {}

  /// Makes a PIN, shows it, and waits two minutes. Failure: busy.
  void begin(Reply reply);
  [[nodiscard]] bool waits() const { return !core_.state.wifi.pin.empty(); }
  /// It was entered: nothing is waited for any more, but whoever began is not told yet.
  void take();
  /// Tells whoever began how it ended; nothing when nobody did.
  void end(const Result<void>& how);

 private:
  Core& core_;
  Reply reply_;
  Clock::TimerId time_out_ = 0;
};

}  // namespace paneltwin::device
