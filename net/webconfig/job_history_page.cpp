#include "net/webconfig/job_history_page.hpp"

#include <algorithm>
#include <array>

#include <fmt/chrono.h>

#include "device/names.hpp"
#include "device/text/ascii.hpp"
#include "net/csv/csv.hpp"
#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view job_history_id = "INFO_JOBHISTORY";

/// What a column shows of a job; job_history_columns of functions that this model lacks stay empty, as on the machine.
struct JobHistoryColumn {
  std::string_view words;  // catalogue key
  bool on_page;
  std::string (*value)(const device::Job& job, const device::Catalogue& words);
};

std::string time_of(device::Instant at) {
  return fmt::format("{:%Y-%m-%d %H:%M:%S}", std::chrono::floor<std::chrono::seconds>(at));
}

std::string result_of(const device::Job& job, const device::Catalogue& words) {
  const std::string result(words.text(fmt::format("job.result.{}", device::name_of(job.result))));
  const int code = job.failure ? device::words_for(job.failure->kind).code : 0;
  return code == 0 ? result : fmt::format("{} ({:03})", result, code);
}

/// What the machine was doing: "SCAN", "PRINT", … A type's name begins with its function, but for e-mail notifications,
/// which are none of a person's functions.
std::string_view function_of(device::JobType type) {
  if (type == device::JobType::email_notification) return "NOTIFICATION";
  const auto name = device::name_of(type);
  for (const auto& [begins, function] :
       {std::pair("scan", "SCAN"), std::pair("copy", "COPY"), std::pair("fax", "FAX")}) {
    if (name.starts_with(begins)) return function;
  }
  return "PRINT";
}

std::string type_of(const device::Job& job, const device::Catalogue& words) {
  return std::string(words.text("webconfig.history." + device::lower(function_of(job.type))));
}

std::string nothing(const device::Job&, const device::Catalogue&) { return {}; }

constexpr std::array job_history_columns{
    JobHistoryColumn{
        "webconfig.history.receipt", true,
        [](const device::Job& job, const device::Catalogue&) { return fmt::format("{:04}", job.receipt); }},
    JobHistoryColumn{"webconfig.history.started", true,
                     [](const device::Job& job, const device::Catalogue&) { return time_of(job.started); }},
    JobHistoryColumn{
        "webconfig.history.completed", true,
        [](const device::Job& job, const device::Catalogue&) { return job.ended ? time_of(*job.ended) : ""; }},
    JobHistoryColumn{"webconfig.history.type", true, type_of},
    JobHistoryColumn{"webconfig.history.result", true, result_of},
    JobHistoryColumn{"webconfig.history.pages", true,
                     [](const device::Job& job, const device::Catalogue&) {
                       return fmt::format("{}/{}", job.pages_done, job.pages_total);
                     }},
    JobHistoryColumn{"webconfig.history.from", true,
                     [](const device::Job& job, const device::Catalogue&) {
                       return job.from.empty() ? job.user : job.from;  // prints and copies have no sender
                     }},
    JobHistoryColumn{"webconfig.history.to", true,
                     [](const device::Job& job, const device::Catalogue&) {
                       return fmt::format("{}", fmt::join(job.destinations, "; "));
                     }},
    JobHistoryColumn{"webconfig.history.fax_data", false, nothing},
    JobHistoryColumn{"webconfig.history.file_name", true,
                     [](const device::Job& job, const device::Catalogue&) { return job.file_name; }},
    JobHistoryColumn{"webconfig.history.reference", false, nothing},
    JobHistoryColumn{"webconfig.history.sending", false, nothing},
    JobHistoryColumn{"webconfig.history.storage", false, nothing},
};

void show_history(const Site& site, Visit visit) {
  const auto state = site.device.snapshot();
  pages::Data heads{pages::Data::type::list}, jobs{pages::Data::type::list};
  for (const auto& column : job_history_columns) {
    if (column.on_page) heads.push_back(pages::Data("name", std::string(visit.words.text(column.words))));
  }
  for (const auto& job : state->log) {
    pages::Data cells{pages::Data::type::list};
    for (const auto& column : job_history_columns) {
      if (column.on_page) cells.push_back(pages::Data("value", column.value(job, visit.words)));
    }
    jobs.push_back(pages::Data("cells", cells));
  }
  pages::Data data;
  data.set("heads", heads);
  data.set("jobs", jobs);
  site.answer(std::move(visit), "job_history", job_history_id, std::move(data));
}

/// In English whatever the visitor speaks: the programs that read it look for these job_history_columns.
void output_job_history(const Site& site, Visit visit) {
  auto jobs = site.device.snapshot()->log;
  const auto function = visit.field("INPUTD_HISTORYTYPE");
  if (function != "ALL" && !function.empty()) {
    std::erase_if(jobs, [&](const auto& job) { return function_of(job.type) != function; });
  }
  site.answer_file(std::move(visit), job_history_csv(jobs, site.texts.in("en")), "text/csv; charset=utf-8",
                   "job_history.csv");
}

}  // namespace

std::string job_history_csv(const std::vector<device::Job>& jobs, const device::Catalogue& words) {
  const auto line = [](auto cell) {
    std::vector<std::string> cells;
    cells.reserve(std::size(job_history_columns));
    for (const auto& column : job_history_columns) cells.emplace_back(cell(column));
    return csv::line(cells);
  };
  auto csv = line([&](const JobHistoryColumn& column) { return words.text(column.words); });
  for (const auto& job : jobs) {
    csv += line([&](const JobHistoryColumn& column) { return column.value(job, words); });
  }
  return csv;
}

void add_job_history_page(Site& site) {
  site.show_to_administrator(job_history_id, "TOP", [&site](Visit visit) { show_history(site, std::move(visit)); });
  site.take_from_administrator(job_history_id, "OUTPUT.CSV",
                               [&site](Visit visit) { output_job_history(site, std::move(visit)); },
                               {.changes = false});
}

}  // namespace paneltwin::net::webconfig
