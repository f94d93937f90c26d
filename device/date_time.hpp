// The machine's own date and time: what people set, which may be wrong while the world's is right.
#pragma once

#include <string>

#include "device/clock.hpp"

namespace paneltwin::device {

struct State;

/// What the machine takes for UTC when it is `at` in the world.
Instant machine_time(const State& state, Instant at);
/// The same as people at the machine read it: with the time difference and daylight saving time.
Instant local_time(const State& state, Instant at);
/// "2026-11-23 09:30", in the formats that are set.
std::string date_words(const State& state, Instant at);
std::string time_words(const State& state, Instant at);
/// "UTC+01:00"
std::string time_difference_words(const State& state);

}  // namespace paneltwin::device
