// Ink, paper and troubles as they change: what the operator does, what printing uses up, and who waits for it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "device/condition/condition_change.hpp"
#include "device/core.hpp"

namespace paneltwin::device {

/// What one sheet of paper takes.
struct SheetOfPaper {
  std::string source;  // empty: the first one that has this size
  PaperSize size = PaperSize::a4;
  PrintFunction function = PrintFunction::other;
  bool color = false;
  int sides = 1;
};

/// Loop only.
class MachineConditions {
 public:
  explicit MachineConditions(Core& core) : core_(core) {}
  MachineConditions(const MachineConditions&) = delete;
  MachineConditions& operator=(const MachineConditions&) = delete;

  /// Conditions as the store kept them, for the sources that the model has.
  void take_up(const SettingValues& kept);

  /// Failures: invalid_value (no such source), store_failed.
  Result<void> change(const ConditionChange& change);
  /// Paper Setting. Failures: not_found, store_failed.
  Result<void> set_paper(const std::string& source, PaperSize size, PaperType type);
  /// Washes the nozzles with this much of each ink, in hundredths of a percent.
  void clean_head(int each);

  /// What keeps this sheet from being printed now; nothing when it can be.
  [[nodiscard]] std::optional<FailureKind> obstacle(const SheetOfPaper& sheet) const;
  /// Calls `done` with true once nothing is in the way (maybe at once), with false when stopped before.
  void when_printable(SheetOfPaper sheet, const std::stop_token& stop, std::move_only_function<void(bool)> done);
  /// Takes the paper and the ink, and counts. Its keeping may fail without the sheet being printed any less.
  void use(const SheetOfPaper& sheet);
  void count_scan(ScanFunction function);
  /// Auto Select Settings: a sheet that names no source may come from this one.
  [[nodiscard]] bool is_selected_automatically(const PaperSource& source) const;
  /// Settings were changed: what waits may go on now.
  void settings_changed();

 private:
  struct Waiter;

  [[nodiscard]] const PaperSource* source_for(const SheetOfPaper& sheet) const;
  /// Sources whose paper nobody has set hold what is usual in the region.
  void fit_region();
  /// Tells Device Status, publishes, and lets go on who can.
  void changed();
  void wake_waiters();
  Core& core_;
  PaperSize usual_ = PaperSize::a4;
  std::vector<std::shared_ptr<Waiter>> waiters_;
};

}  // namespace paneltwin::device
