#include "panel/automation/run_sheet.hpp"

#include <algorithm>
#include <array>

#include "net/base64.hpp"
#include "net/pages/templates.hpp"

namespace paneltwin::panel {

using net::pages::Data;

static constexpr std::array<std::string_view, 4> verdicts{"open", "passed", "failed", "blocked"};

std::string_view name_of(Verdict verdict) { return verdicts[static_cast<std::size_t>(verdict)]; }

std::optional<Verdict> verdict_named(std::string_view name) {
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i] == name) return static_cast<Verdict>(i);
  }
  return std::nullopt;
}

/// What a person does step by step: the steps of flows that are run stand in their place.
static void add_steps(const std::vector<FlowStep>& steps, RunSheet& sheet) {
  for (const auto& step : steps) {
    if (const auto* run = std::get_if<step::Run>(&step.act)) {
      add_steps(run->steps, sheet);
    } else {
      sheet.steps.push_back({.text = step.text});
    }
  }
}

RunSheet sheet_for(const Flow& flow, Machine& machine) {
  RunSheet sheet{.name = flow.name, .file = flow.file.string(), .model = machine.model().id};
  sheet.language = flow.language;
  sheet.state = device::to_json(*machine.device().snapshot());
  add_steps(flow.steps, sheet);
  return sheet;
}

std::string summary_of(const RunSheet& sheet, const device::Catalogue& words) {
  std::string summary;
  for (const auto verdict : {Verdict::passed, Verdict::failed, Verdict::blocked, Verdict::open}) {
    const auto steps = std::ranges::count(sheet.steps, verdict, &RunSheet::Step::verdict);
    if (steps == 0) continue;
    if (!summary.empty()) summary += " · ";
    summary += std::string(words.text("flows.sheet." + std::string(name_of(verdict)))) + " " + std::to_string(steps);
  }
  return summary;
}

std::vector<Difference> changes_at(const RunSheet& sheet, std::size_t at) {
  const auto& now = sheet.steps.at(at).state;
  const auto* before = &sheet.state;
  for (std::size_t i = 0; i < at; ++i) {
    if (!sheet.steps[i].state.empty()) before = &sheet.steps[i].state;
  }
  return now.empty() ? std::vector<Difference>() : differences(*before, now);
}

std::string time_words(device::Instant at) {
  auto words = device::to_iso8601(at).substr(0, 19);
  words[10] = ' ';
  return words;
}

static Data change_data(const std::vector<Difference>& changes) {
  Data list(Data::type::list);
  for (const auto& change : changes) {
    Data one;
    one.set("pointer", change.pointer);
    one.set("before", change.before);
    one.set("after", change.after);
    list.push_back(one);
  }
  return list;
}

static Data step_data(const RunSheet& sheet, std::size_t at, bool live) {
  const auto& step = sheet.steps[at];
  const auto number = at + 1;
  Data shown;
  shown.set("number", std::to_string(number));
  shown.set("text", step.text);
  shown.set("remark", step.remark);
  shown.set("live", live);
  for (const auto name : verdicts) shown.set(std::string(name), name_of(step.verdict) == name);
  shown.set("judged", step.verdict != Verdict::open);
  shown.set("changes", change_data(changes_at(sheet, at)));
  if (step.at) shown.set("at", time_words(*step.at));
  if (!step.picture.empty()) {
    shown.set("png", net::to_base64(step.picture));
    shown.set("screen", step.screen);
    shown.set("state", step.state);
  }
  return shown;
}

device::Result<std::string> to_html(const RunSheet& sheet, const device::Assets& assets, const device::Catalogue& words,
                                    bool live) {
  const auto templates = net::pages::Templates::load(assets, "pages/panel");
  if (!templates) return std::unexpected(templates.error());
  Data steps(Data::type::list);
  for (std::size_t i = 0; i < sheet.steps.size(); ++i) steps.push_back(step_data(sheet, i, live));
  Data page;
  page.set("language", words.tag());
  page.set("version", "PanelTwin " PANELTWIN_VERSION);
  page.set("name", sheet.name);
  page.set("file", sheet.file);
  page.set("model", sheet.model);
  page.set("tally", summary_of(sheet, words));
  page.set("live", live);
  page.set("steps", steps);
  return templates->render("run-sheet", page, words);
}

}  // namespace paneltwin::panel
