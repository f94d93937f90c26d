// How the control port's handlers reach the glass: there and back between the loop and the panel's thread.
#pragma once

#include <utility>

#include "panel/automation/driver.hpp"

namespace paneltwin::panel::control {

class OnPanel {
 public:
  OnPanel(device::Loop& loop, Driver& driver) : loop_(loop), driver_(driver) {}

  /// `act(panel)` on the panel's thread, and then `take` with what it returned on the loop. Neither is called when the
  /// panel goes away before. Any thread.
  template <class Act, class Take>
  void operator()(Act act, Take take) const {
    driver_.post([&loop = loop_, act = std::move(act), take = std::move(take)](Panel& panel) mutable {
      loop.post([take = std::move(take), seen = act(panel)]() mutable { take(std::move(seen)); });
    });
  }

 private:
  device::Loop& loop_;
  Driver& driver_;
};

}  // namespace paneltwin::panel::control
