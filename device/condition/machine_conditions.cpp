#include "device/condition/machine_conditions.hpp"

#include <algorithm>

#include "device/condition/kept_conditions.hpp"
#include "device/names.hpp"

namespace paneltwin::device {

namespace {

// Hundredths of a percent that a side takes (inferred).
constexpr int black_side = 5, black_of_color = 2, color_side = 4, waste_of_side = 1;

void take(SupplyLevel& supply, int much) { supply.left = std::max(0, supply.left - much); }

}  // namespace

/// A job that stands before the printer.
struct MachineConditions::Waiter {
  SheetOfPaper sheet;
  std::move_only_function<void(bool)> done;
  std::optional<std::stop_callback<std::function<void()>>> on_stop;

  void end(bool printable) {
    if (auto once = std::exchange(done, nullptr)) once(printable);
  }
};

/// Country/Region brings it along (assets/settings/basic.yaml).
static PaperSize usual_paper(const Settings& settings) {
  return named<PaperSize>(settings.text("region-paper")).value_or(PaperSize::a4);
}

void MachineConditions::take_up(const SettingValues& kept) {
  usual_ = usual_paper(core_.state.settings);
  core_.state.conditions = conditions_from(kept, core_.state.product.functions, usual_);
  changed();
}

void MachineConditions::settings_changed() {
  if (usual_paper(core_.state.settings) != usual_) fit_region();
  changed();
}

void MachineConditions::fit_region() {
  const auto kept = core_.store.settings();
  if (!kept) return;
  usual_ = usual_paper(core_.state.settings);
  auto fit = conditions_from(*kept, core_.state.product.functions, usual_);
  core_.state.conditions.paper = std::move(fit.paper);
}

Result<void> MachineConditions::change(const ConditionChange& change) {
  auto next = core_.state.conditions;
  for (const auto& [supply, percent] : change.supplies) next.supply(supply).left = percent * 100;
  for (const auto& [id, sheets] : change.sheets) {
    const auto source = std::ranges::find(next.paper, id, &PaperSource::id);
    if (source == next.paper.end()) return fail(FailureKind::invalid_value, "this model has no " + id);
    source->sheets = std::min(sheets, source->capacity);
  }
  for (const auto& [ink, on] : change.clogged) next.clogged[static_cast<std::size_t>(ink)] = on;
  next.cover_open = change.cover_open.value_or(next.cover_open);
  next.paper_jam = change.paper_jam.value_or(next.paper_jam);
  next.printer_error = change.printer_error.value_or(next.printer_error);
  next.scanner_error = change.scanner_error.value_or(next.scanner_error);
  if (auto kept = core_.keep(changes_between(core_.state.conditions, next)); !kept) return kept;
  core_.state.conditions = std::move(next);
  changed();
  return {};
}

Result<void> MachineConditions::set_paper(const std::string& id, PaperSize size, PaperType type) {
  auto next = core_.state.conditions;
  const auto source = std::ranges::find(next.paper, id, &PaperSource::id);
  if (source == next.paper.end()) return fail(FailureKind::not_found, id);
  source->size = size;
  source->type = type;
  if (auto kept = core_.keep(changes_between(core_.state.conditions, next)); !kept) return kept;
  core_.state.conditions = std::move(next);
  changed();
  return {};
}

void MachineConditions::clean_head(int each) {
  const auto before = core_.state.conditions;
  core_.state.conditions.clogged = {};
  for (auto& supply : core_.state.conditions.supplies) take(supply, each);
  (void)core_.keep(changes_between(before, core_.state.conditions));
  changed();
}

bool MachineConditions::is_selected_automatically(const PaperSource& source) const {
  return core_.state.settings.is_on("auto-select-" + source.id);
}

const PaperSource* MachineConditions::source_for(const SheetOfPaper& sheet) const {
  const auto& paper = core_.state.conditions.paper;
  if (!sheet.source.empty()) return core_.state.conditions.source(sheet.source);
  const PaperSource* first = nullptr;  // the one that people are asked to fill
  for (const auto& source : paper) {
    if (source.size != sheet.size || !is_selected_automatically(source)) continue;
    if (source.sheets > 0) return &source;
    if (!first) first = &source;
  }
  return first ? first : paper.empty() ? nullptr : &paper.front();
}

std::optional<FailureKind> MachineConditions::obstacle(const SheetOfPaper& sheet) const {
  const auto& now = core_.state.conditions;
  if (now.printer_error) return FailureKind::printer_error;
  if (now.cover_open) return FailureKind::cover_open;
  if (now.paper_jam) return FailureKind::paper_jam;
  for (const auto& supply : now.supplies) {
    if (!supply.is_out()) continue;
    return supply.supply == Supply::maintenance_box ? FailureKind::maintenance_box_full : FailureKind::ink_out;
  }
  const auto* source = source_for(sheet);
  const bool fits = source && (!sheet.source.empty() || source->size == sheet.size);
  if (!fits || source->sheets == 0) return FailureKind::paper_out;
  return std::nullopt;
}

void MachineConditions::when_printable(SheetOfPaper sheet, const std::stop_token& stop,
                                       std::move_only_function<void(bool)> done) {
  if (stop.stop_requested()) return done(false);
  if (!obstacle(sheet)) return done(true);
  auto waiter = std::make_shared<Waiter>();
  waiter->sheet = std::move(sheet);
  waiter->done = std::move(done);
  waiter->on_stop.emplace(stop, [this, weak = std::weak_ptr(waiter)] {
    if (const auto waiting = weak.lock()) waiting->end(false);
    core_.loop.post(core_.while_alive([this] { changed(); }));  // nobody asks for that paper any more
  });
  waiters_.push_back(std::move(waiter));
  changed();
}

void MachineConditions::use(const SheetOfPaper& sheet) {
  const auto before = core_.state.conditions;
  auto& now = core_.state.conditions;
  if (const auto* chosen = source_for(sheet)) {
    auto& source = *std::ranges::find(now.paper, chosen->id, &PaperSource::id);
    source.sheets = std::max(0, source.sheets - 1);
  }
  const int sides = sheet.sides;
  take(now.supply(Supply::black), (sheet.color ? black_of_color : black_side) * sides);
  for (const auto color : {Supply::yellow, Supply::magenta, Supply::cyan}) {
    if (sheet.color) take(now.supply(color), color_side * sides);
  }
  take(now.supply(Supply::maintenance_box), waste_of_side * sides);
  auto& counters = now.counters;
  if (!counters.first_printed) counters.first_printed = core_.now();
  counters.printed[static_cast<std::size_t>(sheet.function)] += sides;
  counters.by_size[static_cast<std::size_t>(sheet.size)] += sides;
  if (sheet.color) counters.color += sides;
  if (sides > 1) counters.two_sided += sides;
  (void)core_.keep(changes_between(before, now));
  changed();
}

void MachineConditions::count_scan(ScanFunction function) {
  const auto before = core_.state.conditions;
  ++core_.state.conditions.counters.scanned[static_cast<std::size_t>(function)];
  (void)core_.keep(changes_between(before, core_.state.conditions));
}

void MachineConditions::changed() {
  std::erase_if(waiters_, [](const auto& waiter) { return !waiter->done; });
  const auto& now = core_.state.conditions;
  core_.set_device_error(FailureKind::printer_error, now.printer_error);
  core_.set_device_error(FailureKind::cover_open, now.cover_open);
  core_.set_device_error(FailureKind::paper_jam, now.paper_jam);
  core_.set_device_error(FailureKind::scanner_error, now.scanner_error);
  for (const auto& supply : now.supplies) {
    const bool box = supply.supply == Supply::maintenance_box;
    const std::string what(name_of(supply.supply));
    core_.set_device_error(box ? FailureKind::maintenance_box_full : FailureKind::ink_out, supply.is_out(), what);
    core_.set_device_error(box ? FailureKind::maintenance_box_low : FailureKind::ink_low,
                           supply.is_low() && !supply.is_out(), what);
  }
  const bool all_empty = std::ranges::all_of(now.paper, [](const PaperSource& source) { return source.sheets == 0; });
  for (const auto& source : now.paper) {
    const bool wanted = std::ranges::any_of(waiters_, [&](const auto& waiter) {
      return source_for(waiter->sheet) == &source && obstacle(waiter->sheet) == FailureKind::paper_out;
    });
    core_.set_device_error(FailureKind::paper_out, wanted || all_empty, source.id);
  }
  core_.publish();
  wake_waiters();
}

void MachineConditions::wake_waiters() {
  const auto waiting = waiters_;  // going on may change conditions again
  for (const auto& waiter : waiting) {
    if (waiter->done && !obstacle(waiter->sheet)) waiter->end(true);
  }
}

}  // namespace paneltwin::device
