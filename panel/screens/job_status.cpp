#include "panel/screens/job_status.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "panel/render/icons.hpp"
#include "panel/screens/condition_words.hpp"
#include "panel/screens/form_rows.hpp"
#include "panel/screens/job_lookup.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/stage.hpp"
#include "panel/screens/status_words.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

static char32_t icon_of(device::JobType type) {
  switch (type) {
    case device::JobType::scan_to_email:
      return icon::email;
    case device::JobType::scan_to_my_email:
      return icon::my_email;
    case device::JobType::scan_to_my_folder:
      return icon::folder_account;
    case device::JobType::status_sheet:
    case device::JobType::maintenance:
    case device::JobType::print:
      return icon::printer;
    case device::JobType::fax:
      return icon::fax;
    case device::JobType::email_notification:
      return icon::bell;
    case device::JobType::copy:
      return icon::copy;
    case device::JobType::scan_to_folder:
      return icon::folder;
    case device::JobType::scan_to_memory_device:
    case device::JobType::print_from_memory_device:
      return icon::stick;
  }
  return icon::document;
}

static void job_row(RowList& list, const Context& context, const device::Job& job) {
  auto detail = context.text("job.number", {{"number", std::to_string(job.receipt)}}) + "   " +
                short_time_words(context, job.ended.value_or(job.started));
  const bool told = !hides_persons(context);
  if (told && !job.destinations.empty()) detail += "   " + job.destinations.front();
  if (told && job.destinations.size() > 1) detail += " +" + std::to_string(job.destinations.size() - 1);
  const bool failed = job.result == device::JobResult::failed;
  auto value = job_status(context, job);
  if (const int code = job_code(job); code != 0) value += " " + code_words(code);
  if (list.row({.id = "job-" + std::to_string(job.receipt),
                .text = job_type(context, job.type),
                .value = value,
                .detail = detail,
                .icon = icon_of(job.type),
                .alert = failed})) {
    context.stage.go(job_details_screen(job.receipt));
  }
}

/// Job Log > Display Log, and what the administrator leaves to everybody while Lock Setting is on.
static bool shows_log(const Context& context) {
  const auto& settings = context.state.settings;
  if (settings.text("job-log-display") == "off") return false;
  return !context.is_locked() || settings.text("access-to-job-log") != "off";
}

/// What the list can be narrowed to (panel facts 3.1).
enum class JobFilter { all, print, copy, scan, fax };
constexpr const char* filter_ids[] = {"all", "print", "copy", "scan", "fax"};

static bool passes(JobFilter filter, device::JobType type) {
  switch (type) {
    case device::JobType::copy:
      return filter == JobFilter::all || filter == JobFilter::copy;
    case device::JobType::status_sheet:
    case device::JobType::maintenance:
    case device::JobType::print:
    case device::JobType::print_from_memory_device:
      return filter == JobFilter::all || filter == JobFilter::print;
    case device::JobType::fax:
      return filter == JobFilter::all || filter == JobFilter::fax;
    case device::JobType::email_notification:
      return filter == JobFilter::all;
    case device::JobType::scan_to_email:
    case device::JobType::scan_to_my_email:
    case device::JobType::scan_to_my_folder:
    case device::JobType::scan_to_folder:
    case device::JobType::scan_to_memory_device:
      break;
  }
  return filter == JobFilter::all || filter == JobFilter::scan;
}

static void filter_row(RowList& list, const Context& context, const std::shared_ptr<JobFilter>& filter) {
  choice_row(list, context,
             {"job-filter",
              "job.filter",
              {std::begin(filter_ids), std::end(filter_ids)},
              filter_ids[static_cast<int>(*filter)],
              [](const Context& now, const std::string& id) { return now.text("job.filter." + id); },
              [filter](const std::string& id) {
                *filter = static_cast<JobFilter>(std::ranges::find(filter_ids, id) - std::begin(filter_ids));
              }});
}

static void show_jobs(Ui& ui, const Context& context, const Rect& area, const std::shared_ptr<JobFilter>& filter) {
  RowList list(ui, "job-list", area, false);
  const auto& theme = ui.theme();
  filter_row(list, context, filter);
  list.heading("active-jobs", context.text("job.active"));
  for (const auto& job : context.state.active) {
    if (passes(*filter, job.type)) job_row(list, context, job);
  }
  if (context.state.active.empty()) list.words("no-active-jobs", context.text("job.none_active"), theme.secondary);
  if (!shows_log(context)) return;
  list.heading("job-log", context.text("job.log"));
  for (const auto& job : context.state.log) {
    if (passes(*filter, job.type)) job_row(list, context, job);
  }
  if (context.state.log.empty()) list.words("no-jobs", context.text("job.none_logged"), theme.secondary);
}

static void trouble_row(RowList& list, const Context& context, device::FailureKind kind, const char* id, Colour colour,
                        Colour quiet) {
  const auto& words = device::words_for(kind);
  list.row({.id = id + std::string(words.name),
            .text = context.text(words.problem),
            .value = concerned(context, kind),
            .icon = icon::alert,
            .icon_colour = colour,
            .end = Row::End::nothing});
  if (!words.remedy.empty()) list.words("remedy", context.text(words.remedy), quiet);
}

static void show_device(Ui& ui, const Context& context, const Rect& area) {
  const auto& state = context.state;
  const auto& theme = ui.theme();
  RowList list(ui, "device-status-list", area, false);
  if (state.device_errors.empty() && state.device_warnings.empty()) {
    const auto sign = machine_sign(context, theme);
    list.row({.id = "machine-status",
              .text = machine_status(context),
              .icon = sign.icon,
              .icon_colour = sign.colour,
              .end = Row::End::nothing});
  }
  for (const auto kind : state.device_errors)
    trouble_row(list, context, kind, "device-error-", theme.error, theme.secondary);
  for (const auto kind : state.device_warnings)
    trouble_row(list, context, kind, "device-warning-", theme.warning, theme.secondary);
  const auto fact = [&](const char* id, const char* label, const std::string& value) {
    list.fact({.id = id, .text = context.text(label), .value = value});
  };
  fact("network", "screen.network-status",
       context.text(state.network.link ? "network.connected" : "network.disconnected"));
  fact("originals", "status.original", original_words(context));
  fact("model-name", "info.model_name", state.product.model_name);
  fact("serial-number", "info.serial_number", state.product.serial);
}

/// Without `first` it is the one that Default Screen says.
static Screen screen_with_tab(std::string id, std::optional<std::size_t> first) {
  return {std::move(id),
          [first, chosen = std::optional<std::size_t>(), filter = std::make_shared<JobFilter>(JobFilter::all)](
              Ui& ui, const Context& context, Rect page) mutable {
            auto tab =
                chosen.value_or(first.value_or(context.state.settings.text("default-screen") == "device" ? 0 : 1));
            page = title_bar(ui, context, page, context.text("screen.job-status"));
            tab = tabs(
                ui, cut_top(page, ui.theme().touch),
                {{"device-status-tab", context.text("status.device")}, {"job-status-tab", context.text("status.jobs")}},
                tab);
            chosen = tab;
            tab == 0 ? show_device(ui, context, page) : show_jobs(ui, context, page, filter);
          }};
}

Screen job_status_screen() { return screen_with_tab("job-status", std::nullopt); }
Screen device_status_screen() { return screen_with_tab("device-status", 0); }

}  // namespace paneltwin::panel
