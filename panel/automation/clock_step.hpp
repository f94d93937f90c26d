// What the operator does to the clock, from the control port and from flows.
#pragma once

#include <optional>

#include "device/clock.hpp"

namespace paneltwin::panel {

struct ClockStep {
  std::optional<double> rate;  // clock seconds in each real one; 0 stands
  std::optional<device::Instant> set;
  std::optional<device::Duration> advance;
};

inline constexpr double fastest_clock = 1'000'000;

inline void apply(device::Clock& clock, const ClockStep& step) {
  if (step.rate) clock.run(*step.rate);
  if (step.set) clock.set(*step.set);
  if (step.advance) clock.advance(*step.advance);
}

}  // namespace paneltwin::panel
