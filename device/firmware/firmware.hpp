// The machine's firmware: what runs, what the maker offers, and an update under way.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "device/failure.hpp"

namespace paneltwin::device {

enum class FirmwarePhase { idle, checking, downloading, verifying, writing, restarting };

/// The version that runs is the product's.
struct Firmware {
  FirmwarePhase phase = FirmwarePhase::idle;
  int percent = 0;                 // of downloading or writing
  std::string newest;              // what the maker offered when it was asked last; empty: never asked
  std::optional<Failure> failure;  // of the last check or update
  bool operator==(const Firmware&) const = default;
};

/// "07.84.GW19Q3": numbers first, then the day (GW19), the year (P is 2025, Q 2026) and the month (3; A is October).
/// True when `version` is newer than `than`.
bool is_newer_firmware(std::string_view version, std::string_view than);

}  // namespace paneltwin::device
