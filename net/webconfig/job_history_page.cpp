#include "net/webconfig/job_history_page.hpp"

#include <array>

#include <fmt/chrono.h>

#include "device/names.hpp"
#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view page_id = "INFO_JOBHISTORY";

/// What a column shows of a job; columns of functions that this model lacks stay empty, as on the machine.
struct Column {
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

std::string nothing(const device::Job&, const device::Catalogue&) { return {}; }

constexpr std::array columns{
    Column{"webconfig.history.receipt", true,
           [](const device::Job& job, const device::Catalogue&) { return fmt::format("{:04}", job.receipt); }},
    Column{"webconfig.history.started", true,
           [](const device::Job& job, const device::Catalogue&) { return time_of(job.started); }},
    Column{"webconfig.history.completed", true,
           [](const device::Job& job, const device::Catalogue&) { return job.ended ? time_of(*job.ended) : ""; }},
    Column{"webconfig.history.type", true,
           [](const device::Job& job, const device::Catalogue& words) {
             return std::string(words.text(fmt::format("job.type.{}", device::name_of(job.type))));
           }},
    Column{"webconfig.history.result", true, result_of},
    Column{"webconfig.history.pages", true,
           [](const device::Job& job, const device::Catalogue&) {
             return fmt::format("{}/{}", job.pages_done, job.pages_total);
           }},
    Column{"webconfig.history.from", true, [](const device::Job& job, const device::Catalogue&) { return job.from; }},
    Column{"webconfig.history.to", true,
           [](const device::Job& job, const device::Catalogue&) {
             return fmt::format("{}", fmt::join(job.destinations, "; "));
           }},
    Column{"webconfig.history.fax_data", false, nothing},
    Column{"webconfig.history.file_name", true,
           [](const device::Job& job, const device::Catalogue&) { return job.file_name; }},
    Column{"webconfig.history.reference", false, nothing},
    Column{"webconfig.history.sending", false, nothing},
    Column{"webconfig.history.storage", false, nothing},
};

std::string csv_cell(std::string_view text) {
  std::string cell = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) cell += '\'';
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

void show_history(const Site& site, Visit visit) {
  const auto state = site.device.snapshot();
  pages::Data heads{pages::Data::type::list}, jobs{pages::Data::type::list};
  for (const auto& column : columns) {
    if (column.on_page) heads.push_back(pages::Data("name", std::string(visit.words.text(column.words))));
  }
  for (const auto& job : state->log) {
    pages::Data cells{pages::Data::type::list};
    for (const auto& column : columns) {
      if (column.on_page) cells.push_back(pages::Data("value", column.value(job, visit.words)));
    }
    jobs.push_back(pages::Data("cells", cells));
  }
  pages::Data data;
  data.set("heads", heads);
  data.set("jobs", jobs);
  site.answer(std::move(visit), "job_history", page_id, std::move(data));
}

/// INPUTD_HISTORYTYPE: ALL, or one function.
bool is_asked_for(const device::Job& job, std::string_view function) {
  if (function == "SCAN") return job.type == device::JobType::scan_to_email;
  if (function == "PRINT") return job.type == device::JobType::status_sheet;
  return true;
}

/// In English whatever the visitor speaks: the programs that read it look for these columns.
void output_csv(const Site& site, Visit visit) {
  auto jobs = site.device.snapshot()->log;
  const auto function = visit.field("INPUTD_HISTORYTYPE");
  std::erase_if(jobs, [&](const auto& job) { return !is_asked_for(job, function); });
  site.answer_file(std::move(visit), job_history_csv(jobs, site.texts.in("en")), "text/csv; charset=utf-8",
                   "job_history.csv");
}

}  // namespace

std::string job_history_csv(const std::vector<device::Job>& jobs, const device::Catalogue& words) {
  const auto line = [](auto cell) {
    std::string text;
    for (const auto& column : columns) text += (text.empty() ? "" : ",") + csv_cell(cell(column));
    return text + "\r\n";
  };
  auto csv = line([&](const Column& column) { return words.text(column.words); });
  for (const auto& job : jobs) {
    csv += line([&](const Column& column) { return column.value(job, words); });
  }
  return csv;
}

void add_job_history_page(Site& site) {
  site.show_to_administrator(page_id, "TOP", [&site](Visit visit) { show_history(site, std::move(visit)); });
  site.take_from_administrator(page_id, "OUTPUT.CSV", [&site](Visit visit) { output_csv(site, std::move(visit)); },
                               {.changes = false});
}

}  // namespace paneltwin::net::webconfig
