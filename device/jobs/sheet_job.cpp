#include "device/jobs/sheet_job.hpp"

#include <fmt/format.h>

#include "device/date_time.hpp"
#include "device/jobs/feed_sheet.hpp"
#include "device/jobs/scan_job.hpp"
#include "device/paper/status_sheet.hpp"
#include "device/settings/setting_words.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr Duration print_time = 2s;

/// Quiet Mode's own sounds are called as those of the normal mode: on paper they would be told twice.
std::string label_of(const Core& core, const std::string& id, const Setting& setting) {
  constexpr std::string_view quiet = "quiet-";
  const auto label = std::string(core.words().text(setting.text));
  const bool has_twin = id.starts_with(quiet) && core.settings.find(id.substr(quiet.size()));
  return has_twin ? fmt::format("{}: {}", core.words().text("setting.quiet-mode"), label) : label;
}

/// Every setting that counts for this model, as the configuration status sheet has it.
InfoGroup all_settings(const Core& core) {
  InfoGroup group{std::string(core.words().text("sheet.settings")), {}};
  for (const auto& [id, setting] : core.settings.all()) {
    if (!setting.needs.empty() && !core.state.product.has(setting.needs)) continue;
    if (!applies(setting, core.state.settings)) continue;
    const auto value = value_words(setting, core.state.settings.text(id), core.words(), core.texts);
    group.rows.push_back(
        {id, label_of(core, id, setting), value.empty() ? std::string(core.words().text("info.empty")) : value});
  }
  return group;
}

StatusSheet compose(Core& core, const SheetFile& file) {
  const auto now = core.now();
  StatusSheet sheet{
      .title = std::string(core.words().text(file.title)),
      .model = core.state.product.model_name,
      .printed = machine_time(core.state, now),
      .when = date_words(core.state, now) + " " + time_words(core.state, now) + " " + time_difference_words(core.state),
      .groups = {}};
  for (const auto& part : file.parts) {
    if (part == settings_part) {
      sheet.groups.push_back(all_settings(core));
      continue;
    }
    std::ranges::move(core.sheets.part(part).show(core.state, core.words()), std::back_inserter(sheet.groups));
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
  if (!core.sheets.is_read()) {
    if (auto read = core.sheets.read(core.assets, core.settings); !read) {
      done(fail(FailureKind::output_failed, read.error().str()));
      co_return;
    }
  }
  const auto* found = core.sheets.find(job->sheet);
  if (!found) {
    done(fail(FailureKind::output_failed, "no sheet '" + job->sheet + "'"));
    co_return;
  }
  const SheetFile file = *found;  // whatever is saved while it is printed
  job->record.job.file_name =
      file_name_for({.file_name_prefix = file.file + "-"}, machine_time(core.state, job->record.job.started)) + ".pdf";
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
  auto sheet = compose(core, file);
  auto print = [&tray = core.ports.tray, &words = core.words(), sheet = std::move(sheet),
                name = job->record.job.file_name] {
    const auto pdf = print_status_sheet(sheet, words);
    return pdf ? tray.put(name, *pdf) : Result<void>(std::unexpected(pdf.error()));
  };
  auto put = co_await on_worker(core, std::move(print));
  core.set_device_error(FailureKind::output_failed, !put);
  if (put) job->record.job.pages_done = 1;
  done(std::move(put));
}

}  // namespace paneltwin::device
