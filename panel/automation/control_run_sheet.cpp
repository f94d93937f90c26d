// run-sheet: a flow walked by hand. GET run-sheet?flow=FILE begins one and is the page to fill in; run-sheet.html and
// run-sheet.pdf give it out, run-sheet.png?step=1 a step's picture; POST run-sheet {"step": 1, "verdict": "passed",
// "remark": "…"} judges a step, and keeps the picture and the state of that moment.
#include <boost/json.hpp>

#include "panel/automation/control_answers.hpp"
#include "panel/automation/control_on_panel.hpp"
#include "panel/automation/control_routes.hpp"
#include "panel/automation/run_sheet.hpp"

namespace paneltwin::panel::control {

using device::FailureKind;
using net::http::Request;
using net::http::Respond;
using net::http::Response;

namespace {

/// Loop only.
class SheetDesk {
 public:
  SheetDesk(Machine& machine, Driver& driver) : machine_(machine), on_panel_(machine.loop(), driver) {}

  void page(const Request& request, Respond respond) {
    if (const auto file = request.query_value("flow"); !file.empty()) {
      const auto flows = load_flows(file);
      if (!flows) return respond(refusal({FailureKind::invalid_value, flows.error().str()}));
      sheet_ = sheet_for(flows->front(), machine_);
    }
    give(true, std::move(respond));
  }

  void give(bool live, Respond respond) {
    if (!sheet_) return respond(refusal({FailureKind::not_found, "no run sheet was begun: run-sheet?flow=FILE"}));
    auto page = to_html(*sheet_, machine_.assets(), words(), live);
    respond(page ? Response::html(std::move(*page)) : refusal(page.error()));
  }

  void pdf(Respond respond) {
    if (!sheet_) return respond(refusal({FailureKind::not_found, "no run sheet was begun: run-sheet?flow=FILE"}));
    auto drawn = to_pdf(*sheet_, words());
    if (!drawn) return respond(refusal(drawn.error()));
    respond({.headers = {{"Content-Type", "application/pdf"}}, .body = std::move(*drawn)});
  }

  void judge(const Request& request, Respond respond) {
    const auto body = body_of(request, {"step", "verdict", "remark"});
    if (!body) return respond(refusal(body.error()));
    const auto* number = body->if_contains("step");
    const auto* remark = body->if_contains("remark");
    const auto named = text_of(*body, "verdict");
    const auto verdict = named ? verdict_named(*named) : std::nullopt;
    const auto steps = sheet_ ? static_cast<std::int64_t>(sheet_->steps.size()) : 0;
    if (!number || !number->is_int64() || number->get_int64() < 1 || number->get_int64() > steps) {
      return respond(refusal({FailureKind::invalid_value, "'step' must be from 1 to " + std::to_string(steps)}));
    }
    if (!verdict) {
      return respond(refusal({FailureKind::invalid_value, "'verdict' must be passed, failed, blocked or open"}));
    }
    look(static_cast<std::size_t>(number->get_int64() - 1), *verdict,
         remark && remark->is_string() ? std::optional(std::string(remark->get_string())) : std::nullopt,
         std::move(respond));
  }

  /// As it was when the step was judged.
  void picture(const Request& request, Respond respond) {
    const auto number = request.query_value("step");
    for (std::size_t i = 0; sheet_ && i < sheet_->steps.size(); ++i) {
      const auto& step = sheet_->steps[i];
      if (number != std::to_string(i + 1) || step.picture.empty()) continue;
      return respond({.headers = {{"Content-Type", "image/png"}}, .body = step.picture});
    }
    respond(refusal({FailureKind::not_found, "no step " + number + " has been judged"}));
  }

 private:
  /// Verdict, picture and state stand together: all are written down once the glass was seen.
  void look(std::size_t at, Verdict verdict, std::optional<std::string> remark, Respond respond) {
    on_panel_(look_at,
              [this, at, verdict, remark = std::move(remark), respond = std::move(respond)](SeenNow seen) mutable {
                if (!sheet_ || at >= sheet_->steps.size())
                  return respond(refusal({FailureKind::not_found, "another sheet was begun"}));
                auto& step = sheet_->steps[at];
                step.verdict = verdict;
                if (remark) step.remark = std::move(*remark);
                step.picture = std::move(seen.picture);
                step.screen = std::move(seen.screen);
                step.state = device::to_json(*machine_.device().snapshot());
                step.at = machine_.clock().now();
                respond(done());
              });
  }

  [[nodiscard]] const device::Catalogue& words() const {
    return machine_.texts().in(machine_.device().snapshot()->basic.language);
  }

  Machine& machine_;
  OnPanel on_panel_;
  std::optional<RunSheet> sheet_;
};

}  // namespace

void add_run_sheet_routes(net::http::Router& router, Machine& machine, Driver& driver) {
  const auto desk = std::make_shared<SheetDesk>(machine, driver);
  router.get("/paneltwin/run-sheet",
             [desk](const Request& request, Respond respond) { desk->page(request, std::move(respond)); });
  router.post("/paneltwin/run-sheet",
              [desk](const Request& request, Respond respond) { desk->judge(request, std::move(respond)); });
  router.get("/paneltwin/run-sheet.png",
             [desk](const Request& request, Respond respond) { desk->picture(request, std::move(respond)); });
  router.get("/paneltwin/run-sheet.html",
             [desk](const Request&, Respond respond) { desk->give(false, std::move(respond)); });
  router.get("/paneltwin/run-sheet.pdf", [desk](const Request&, Respond respond) { desk->pdf(std::move(respond)); });
}

}  // namespace paneltwin::panel::control
