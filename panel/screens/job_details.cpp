// Job/Status > Job Status > Details.
#include "panel/screens/dialog.hpp"
#include "panel/screens/job_lookup.hpp"
#include "panel/screens/job_status.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/status_words.hpp"

namespace paneltwin::panel {

static void show_failure(RowList& list, const Context& context, const device::Failure& failure) {
  const auto& words = device::words_for(failure.kind);
  if (words.code != 0) {
    list.fact({.id = "error-code", .text = context.text("job.code"), .value = code_words(words.code), .alert = true});
  }
  list.fact({.id = "problem", .text = context.text("job.problem"), .value = context.text(words.problem)});
  if (!words.remedy.empty()) {
    list.fact({.id = "remedy", .text = context.text("job.remedy"), .value = context.text(words.remedy)});
  }
}

static void show_job(RowList& list, const Context& context, const device::Job& job) {
  const auto fact = [&](const char* id, const char* label, const std::string& value) {
    if (!value.empty()) list.fact({.id = id, .text = context.text(label), .value = value});
  };
  list.fact({.id = "status",
             .text = context.text("job.status"),
             .value = job_status(context, job),
             .alert = job.result == device::JobResult::failed});
  if (job.failure && job.result == device::JobResult::failed) show_failure(list, context, *job.failure);
  fact("receipt", "job.receipt", std::to_string(job.receipt));
  fact("type", "job.type", job_type(context, job.type));
  fact("started", "job.started", date_time_words(context, job.started));
  if (job.ended) fact("ended", "job.ended", date_time_words(context, *job.ended));
  if (!hides_persons(context)) {
    fact("user", "job.user", job.user);
    fact("from", "job.from", job.from);
    std::string to;
    for (const auto& address : job.destinations) to += (to.empty() ? "" : "\n") + address;
    fact("to", "job.to", to);
    fact("subject", "scan.subject", job.subject);
    fact("file-name", "job.file_name", job.file_name);
  }
  if (job.pages_total > 0) {
    fact("pages", "job.pages", std::to_string(job.pages_done) + "/" + std::to_string(job.pages_total));
  }
  if (job.resent_after_restart) {
    fact("resent", "job.note", context.text("job.resent_after_restart"));
  }
}

static void ask_cancel(const Context& context, device::ReceiptNumber receipt) {
  context.stage.ask(yes_or_no(context, "cancel-job", context.text("job.ask_cancel"), [receipt](const Context& now) {
    now.post(device::command::CancelJob{receipt}, say_when_refused());
  }));
}

static void show(Ui& ui, const Context& context, Rect page, const device::Job* job) {
  page = title_bar(ui, context, page, context.text("screen.job-details"));
  if (!job) return nothing_here(ui, page, context.text("job.gone"));
  const bool active = job->phase != device::JobPhase::ended;
  if (active && bottom_key(ui, page, {.id = "cancel-job", .text = context.text("job.cancel")})) {
    ask_cancel(context, job->receipt);
  }
  RowList list(ui, "job-details-list", page, false);
  show_job(list, context, *job);
}

Screen job_details_screen(device::ReceiptNumber receipt) {
  return {"job-details", [receipt](Ui& ui, const Context& context, const Rect& page) {
            show(ui, context, page, find_job(context.state, receipt));
          }};
}

Screen latest_job_screen() {
  return {"job-details", [](Ui& ui, const Context& context, const Rect& page) {
            show(ui, context, page, context.state.log.empty() ? nullptr : &context.state.log.front());
          }};
}

}  // namespace paneltwin::panel
