#include <algorithm>

#include "net/http/message.hpp"
#include "panel/bench/parts.hpp"
#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel::bench {

namespace fs = std::filesystem;
using Phase = FlowDesk::Phase;

void FlowPage::recording(Ui& ui, RowList& list, const Bench& bench) {
  list.heading("recorded", bench.text("bench.flow.recording"));
  const auto steps = flows_.recorder().steps();
  const auto tapped = choice(ui, list,
                             {{.id = "flow-save", .text = bench.text("bench.flow.save"), .primary = true},
                              {.id = "flow-undo", .text = bench.text("bench.flow.undo"), .enabled = !steps.empty()},
                              {.id = "flow-expect", .text = bench.text("bench.flow.expect")}});
  if (tapped == 0) {
    const auto file = flows_.save();
    if (file) words_ = bench.text("bench.flow.saved", {{"file", file->string()}});
    if (!file) say(file.error());
  }
  if (tapped == 1) flows_.recorder().undo();
  if (tapped == 2) flows_.expect();
  for (std::size_t i = steps.size(); i > 0; --i) {  // the newest on top, where it is seen
    list.fact({"recorded-" + std::to_string(i), std::to_string(i), steps[i - 1]});
  }
}

static std::string phase_words(const Bench& bench, const FlowDesk::Progress& progress) {
  const auto step = std::to_string(progress.next + 1), steps = std::to_string(progress.steps.size());
  switch (progress.phase) {
    case Phase::playing:
      return bench.text("bench.flow.playing", {{"step", step}, {"steps", steps}});
    case Phase::paused:
      return bench.text("bench.flow.paused", {{"step", step}, {"steps", steps}});
    case Phase::passed:
      return bench.text("bench.flow.passed", {{"steps", steps}});
    case Phase::failed:
      return bench.text("bench.flow.failed", {{"why", progress.why}});
    default:
      return {};
  }
}

void FlowPage::playing(Ui& ui, RowList& list, const Bench& bench, const FlowDesk::Progress& progress) {
  const auto& theme = ui.theme();
  list.heading("flow-name", progress.name);
  const bool plays = progress.phase == Phase::playing;
  const auto tapped =
      choice(ui, list,
             {{.id = "flow-play", .text = bench.text(plays ? "bench.flow.pause" : "bench.flow.play"), .primary = true},
              {.id = "flow-step", .text = bench.text("bench.flow.step"), .enabled = !plays},
              {.id = "flow-back", .text = bench.text("bench.flow.back"), .enabled = !plays && progress.next > 0},
              {.id = "flow-edit", .text = bench.text("bench.flow.edit"), .enabled = !plays}});
  if (tapped == 0) plays ? flows_.pause() : flows_.play();
  if (tapped == 1) flows_.step();
  if (tapped == 2) flows_.back();
  if (tapped == 3) bench.desktop.open(progress.file.string());
  if (const auto words = phase_words(bench, progress); !words.empty()) {
    list.words("flow-phase", words, progress.phase == Phase::failed ? theme.error : theme.secondary);
  }
  for (std::size_t i = 0; i < progress.steps.size(); ++i) {
    const bool done = i < progress.next, now = i == progress.next && progress.phase != Phase::ready;
    Rect line = inset(list.place(theme.row * 0.72f), theme.margin, 0);
    if (now) ui.canvas().fill(line, theme.pressed);
    const Rect number = cut_left(line, ui.mm(8));
    const auto id = std::to_string(i + 1);
    label(ui, number, "step-number-" + id, id, {theme.small, theme.secondary});
    label(ui, line, "step-" + id, progress.steps[i], {theme.small, done ? theme.good : theme.text});
  }
}

/// Recorded ones first, then those of the folder that the program was started in.
void FlowPage::look_for_flows(const Bench& bench) {
  files_.clear();
  std::error_code error;
  for (const auto& folder : {bench.machine.options().state / "flows", fs::path("tests/flows"), fs::path(".")}) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      if (entry.path().extension() == ".yaml") found.push_back(entry.path());
    }
    std::ranges::sort(found);
    files_.insert(files_.end(), found.begin(), found.end());
  }
}

void FlowPage::chooser(Ui& ui, const Bench& bench, Rect area) {
  Rect head = cut_top(area, ui.theme().row);
  if (icon_button(ui, cut_left(head, ui.theme().row),
                  {.id = "flows-back", .text = bench.text("bench.back"), .icon = icon::arrow_left, .leaves = true})) {
    chooses_ = false;
  }
  label(ui, head, "flows-title", bench.text("bench.flow.open"), {ui.theme().body, ui.theme().text});
  RowList list(ui, "flows-list", area, false);
  for (const auto& file : files_) {
    const auto name = file.filename().string();
    if (!list.row({.id = "flow-" + name, .text = name, .icon = icon::file})) continue;
    chooses_ = false;
    words_.clear();
    if (auto opened = flows_.open(file); !opened) say(opened.error());
  }
}

void FlowPage::show(Ui& ui, const Bench& bench, Rect area) {
  if (chooses_) return chooser(ui, bench, area);
  const auto progress = flows_.progress();
  RowList list(ui, "flow-list", area, false);
  if (flows_.recorder().is_on()) {
    recording(ui, list, bench);
    return;
  }
  const auto tapped = choice(
      ui, list,
      {{.id = "flow-record", .text = bench.text("bench.flow.record"), .enabled = progress.phase != Phase::playing},
       {.id = "flow-open", .text = bench.text("bench.flow.open"), .enabled = progress.phase != Phase::playing}});
  if (tapped == 0) {
    words_.clear();
    flows_.record();
  }
  if (tapped == 1) {
    look_for_flows(bench);
    chooses_ = true;
  }
  const auto papers =
      choice(ui, list,
             {{.id = "flow-report", .text = bench.text("bench.flow.report")},
              {.id = "flow-sheet", .text = bench.text("bench.flow.sheet"), .enabled = progress.phase != Phase::empty}});
  if (papers == 1) {
    const auto file = fs::absolute(progress.file).string();
    bench.desktop.open(bench.control.url() + "/paneltwin/run-sheet?flow=" + net::http::percent_encode(file));
  }
  if (papers == 0) {
    const auto file = flows_.report_problem();
    if (file) words_ = bench.text("bench.flow.saved", {{"file", file->string()}});
    if (!file) say(file.error());
  }
  if (!words_.empty()) list.words("flow-words", words_, ui.theme().secondary);
  if (progress.phase == Phase::empty) {
    list.words("no-flow", bench.text("bench.flow.none"), ui.theme().secondary);
  } else {
    playing(ui, list, bench, progress);
  }
}

}  // namespace paneltwin::panel::bench
