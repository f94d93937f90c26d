#include "device/jobs/sheet_job.hpp"

#include "device/date_time.hpp"
#include "device/info/info_sheet.hpp"
#include "device/jobs/feed_sheet.hpp"
#include "device/jobs/scan_job.hpp"
#include "device/paper/sheet_file.hpp"
#include "device/paper/status_sheet.hpp"
#include "device/settings/setting_words.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr Duration print_time = 2s;

/// Every setting that counts for this model, as the configuration status sheet has it.
InfoGroup all_settings(const Core& core) {
  InfoGroup group{std::string(core.words().text("sheet.settings")), {}};
  for (const auto& [id, setting] : core.settings.all()) {
    if (!setting.needs.empty() && !core.state.product.has(setting.needs)) continue;
    if (!applies(setting, core.state.settings)) continue;
    const auto value = value_words(setting, core.state.settings.text(id), core.words(), core.texts);
    group.rows.push_back({id, std::string(core.words().text(setting.text)),
                          value.empty() ? std::string(core.words().text("info.empty")) : value});
  }
  return group;
}

Result<StatusSheet> compose(Core& core, const SheetFile& file) {
  const auto now = core.now();
  StatusSheet sheet{
      .title = std::string(core.words().text(file.title)),
      .model = core.state.product.model_name,
      .printed = machine_time(core.state, now),
      .when = date_words(core.state, now) + " " + time_words(core.state, now) + " " + time_difference_words(core.state),
      .groups = {}};
  for (const auto& part : file.parts) {
    if (part == "settings") {
      sheet.groups.push_back(all_settings(core));
      continue;
    }
    const auto info = InfoSheet::load(core.assets, part, core.settings);
    if (!info) return fail(FailureKind::output_failed, info.error().str());
    std::ranges::move(info->show(core.state, core.words()), std::back_inserter(sheet.groups));
  }
  return sheet;
}

/// Thick paper and quiet mode slow the machine down.
Duration time_to_print(const Settings& settings) {
  return print_time * ((settings.is_on("thick-paper") ? 2 : 1) * (settings.is_on("quiet-mode") ? 2 : 1));
}

}  // namespace

Flow sheet_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done) {
  Core& core = queue.core();
  job->record.job.phase = JobPhase::printing;
  const auto file = load_sheet_file(core.assets, job->sheet);
  if (!file) {
    done(fail(FailureKind::output_failed, file.error().str()));
    co_return;
  }
  job->record.job.file_name =
      file_name_for({.file_name_prefix = file->file + "-"}, machine_time(core.state, job->record.job.started)) + ".pdf";
  job->record.job.pages_total = 1;
  queue.show();

  const auto stop = job->stop.get_token();
  const SheetOfPaper paper;
  const bool fed = co_await feed_sheet(queue, job, paper);
  bool passed = false;
  if (fed) passed = co_await pause(core, time_to_print(core.state.settings), stop);
  if (!passed) {
    done(fail(FailureKind::canceled));
    co_return;
  }
  auto sheet = compose(core, *file);
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
