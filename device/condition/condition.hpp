// What the machine's inside is like: ink, paper, covers, jams, and what it has printed so far. Levels, thresholds and
// capacities are inferred; the sources and supplies are those of the real machines.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "device/clock.hpp"
#include "device/failure.hpp"

namespace paneltwin::device {

enum class Supply { black, yellow, magenta, cyan, maintenance_box };
inline constexpr std::size_t supply_count = 5, ink_count = 4;  // inks come first

/// 10000 is full (of a maintenance box: empty), so that one page shows.
inline constexpr int full_supply = 10'000;
/// At and under this a supply is low.
inline constexpr int low_supply = 1'500;

struct SupplyLevel {
  Supply supply{};
  int left = full_supply;
  bool operator==(const SupplyLevel&) const = default;
  /// Rounded up: 0 only when nothing is left.
  [[nodiscard]] int percent() const { return (left + 99) / 100; }
  [[nodiscard]] bool is_low() const { return left <= low_supply; }
  [[nodiscard]] bool is_out() const { return left <= 0; }
};

enum class PaperSize { a4, a3, a5, b5, letter, legal };
inline constexpr std::size_t paper_size_count = 6;
enum class PaperType { plain, recycled, letterhead, preprinted, color, thick, labels, envelope };

struct PaperSource {
  std::string id;  // "cassette-1" to "cassette-4", "paper-tray": functions of the model
  PaperSize size = PaperSize::a4;
  PaperType type = PaperType::plain;
  int sheets = 0, capacity = 0;
  bool operator==(const PaperSource&) const = default;
};

/// What a printed page was printed for.
enum class PrintFunction { copy, memory_device, fax, computer, other };
inline constexpr std::size_t print_function_count = 5;
enum class ScanFunction { copy, email, folder, memory_device, fax };
inline constexpr std::size_t scan_function_count = 5;

/// Sides of paper, since the machine was made.
struct Counters {
  std::array<std::int64_t, print_function_count> printed{};
  std::array<std::int64_t, paper_size_count> by_size{};
  std::array<std::int64_t, scan_function_count> scanned{};
  std::int64_t color = 0, two_sided = 0;  // of the printed ones
  std::optional<Instant> first_printed;
  bool operator==(const Counters&) const = default;
  [[nodiscard]] std::int64_t total() const {
    std::int64_t all = 0;
    for (const auto pages : printed) all += pages;
    return all;
  }
};

struct Conditions {
  std::array<SupplyLevel, supply_count> supplies{SupplyLevel{Supply::black}, SupplyLevel{Supply::yellow},
                                                 SupplyLevel{Supply::magenta}, SupplyLevel{Supply::cyan},
                                                 SupplyLevel{Supply::maintenance_box}};
  std::vector<PaperSource> paper;         // cassettes first
  std::array<bool, ink_count> clogged{};  // nozzles of each colour: seen on a nozzle check, gone after a head cleaning
  bool cover_open = false, paper_jam = false, printer_error = false, scanner_error = false;
  Counters counters;
  bool operator==(const Conditions&) const = default;

  [[nodiscard]] const SupplyLevel& supply(Supply which) const { return supplies[static_cast<std::size_t>(which)]; }
  [[nodiscard]] SupplyLevel& supply(Supply which) { return supplies[static_cast<std::size_t>(which)]; }
  /// Nothing when the model has no such source.
  [[nodiscard]] const PaperSource* source(std::string_view id) const {
    for (const auto& one : paper) {
      if (one.id == id) return &one;
    }
    return nullptr;
  }
};

/// What Device Status tells without the machine having stopped.
constexpr bool is_warning(FailureKind kind) {
  return kind == FailureKind::ink_low || kind == FailureKind::maintenance_box_low ||
         kind == FailureKind::program_altered;
}

}  // namespace paneltwin::device
