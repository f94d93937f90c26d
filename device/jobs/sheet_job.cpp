#include "device/jobs/sheet_job.hpp"

#include "device/info/info_sheet.hpp"
#include "device/jobs/feed_sheet.hpp"
#include "device/jobs/scan_job.hpp"
#include "device/paper/status_sheet.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr Duration print_time = 2s;
constexpr std::string_view parts[] = {"network-status",      "additional-network-status",
                                      "email-server-status", "additional-email-server-status",
                                      "fax-server-status",   "paper/services"};

Result<StatusSheet> compose(Core& core) {
  StatusSheet sheet{core.state.product.model_name, core.now(), {}};
  for (const auto part : parts) {
    const auto info = InfoSheet::load(core.assets, part);
    if (!info) return fail(FailureKind::output_failed, info.error().str());
    std::ranges::move(info->show(core.state, core.words()), std::back_inserter(sheet.groups));
  }
  return sheet;
}

}  // namespace

Flow sheet_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done) {
  Core& core = queue.core();
  job->record.job.phase = JobPhase::printing;
  job->record.job.file_name = file_name_for({.file_name_prefix = "network-status-"}, job->record.job.started) + ".pdf";
  job->record.job.pages_total = 1;
  queue.show();

  const auto stop = job->stop.get_token();
  const SheetOfPaper paper;
  const bool fed = co_await feed_sheet(queue, job, paper);
  bool passed = false;
  if (fed) passed = co_await pause(core, print_time, stop);
  if (!passed) {
    done(fail(FailureKind::canceled));
    co_return;
  }
  auto sheet = compose(core);
  if (!sheet) {
    done(std::unexpected(sheet.error()));
    co_return;
  }
  auto print = [&tray = core.ports.tray, &words = core.words(), sheet = *sheet, name = job->record.job.file_name] {
    const auto pdf = print_status_sheet(sheet, words);
    return pdf ? tray.put(name, *pdf) : Result<void>(std::unexpected(pdf.error()));
  };
  auto put = co_await on_worker(core, std::move(print));
  core.set_device_error(FailureKind::output_failed, !put);
  if (put) job->record.job.pages_done = 1;
  done(std::move(put));
}

}  // namespace paneltwin::device
