// A run sheet: a flow's steps walked by hand, each with what the tester found, a remark, and the picture and the state
// at that moment. Filled in at the control port's page, given out as HTML and PDF.
#pragma once

#include <string>
#include <vector>

#include "device/text/catalogue.hpp"
#include "panel/automation/evidence.hpp"
#include "panel/automation/flow.hpp"
#include "panel/automation/problem_report.hpp"

namespace paneltwin::panel {

enum class Verdict { open, passed, failed, blocked };
std::optional<Verdict> verdict_named(std::string_view name);
std::string_view name_of(Verdict verdict);

struct RunSheet {
  struct Step {
    std::string text;  // as written in the flow
    Verdict verdict = Verdict::open;
    std::string remark;
    std::string picture, screen, state;  // PNG, id, JSON: as they were when the verdict was given
    std::optional<device::Instant> at;   // the machine's clock
  };
  std::string name, file, model, language;
  std::string state;  // JSON: as it was at the beginning
  std::vector<Step> steps;
};

RunSheet sheet_for(const Flow& flow, Machine& machine);
/// How many steps went which way: "Passed 4 · Not walked yet 2".
std::string summary_of(const RunSheet& sheet, const device::Catalogue& words);
/// What is another in the state since the last step before `at` that was judged.
std::vector<Difference> changes_at(const RunSheet& sheet, std::size_t at);
/// "2026-11-25 21:26:13": UTC, as the machine keeps it.
std::string time_words(device::Instant at);
/// `live`: with the keys to fill it in. Failure: not_found (the template).
device::Result<std::string> to_html(const RunSheet& sheet, const device::Assets& assets, const device::Catalogue& words,
                                    bool live);
/// A4, the pictures beside their steps. Failure: output_failed.
device::Result<std::string> to_pdf(const RunSheet& sheet, const device::Catalogue& words);

}  // namespace paneltwin::panel
