#include "device/print/computer_print_job.hpp"

#include <charconv>

#include <fmt/format.h>

#include "device/jobs/print_images.hpp"
#include "device/jobs/scan_job.hpp"
#include "device/settings/limits.hpp"
#include "device/text/ascii.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr Duration time_of_page = 300ms;
constexpr int dpi = 200;
constexpr int most_pages = 999;           // that the machine's memory holds (inferred)
constexpr std::size_t most_jobs = 150;    // that wait and run (panel facts 3.1)
constexpr std::size_t longest_name = 60;  // bytes
constexpr std::string_view bad_in_names = "/\\:*?\"<>|";

/// How it is to be printed is the name of the file in the spool: "copies-2-sides-2-gray-0".
std::string spool_name(const ComputerPrint& print) {
  return fmt::format("copies-{}-sides-{}-gray-{}", print.copies, print.two_sided ? 2 : 1,
                     print.color == ColorMode::black_and_white ? 1 : 0);
}

/// The number after "copies-"; 1 where there is none.
int number_in(std::string_view name, std::string_view what) {
  const auto at = name.find(what);
  int number = 1;
  if (at != std::string_view::npos) {
    const auto from = name.substr(at + what.size());
    std::from_chars(from.data(), from.data() + from.size(), number);
  }
  return number;
}

}  // namespace

std::string file_name_of(const ComputerPrint& print) {
  std::string name;
  for (const char c : is_utf8(print.name) ? print.name : std::string()) {
    const auto byte = static_cast<unsigned char>(c);
    name += byte < 0x20 || byte == 0x7f || bad_in_names.contains(c) ? '_' : c;
  }
  if (name.size() > longest_name) name.resize(longest_name);
  while (!is_utf8(name)) name.pop_back();  // the cut went through a letter
  if (name.size() > 4 && equal_without_case(std::string_view(name).substr(name.size() - 4), ".pdf")) {
    name.resize(name.size() - 4);  // the tray's own ending follows
  }
  name.erase(0, name.find_first_not_of(". "));
  return name;
}

Flow computer_print_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done) {
  Core& core = queue.core();
  const auto files = queue.spool().files(job->record.job.receipt);
  const PrintFiles* reader = core.ports.print_files;
  if (files.empty() || !reader) {
    done(fail(FailureKind::print_data_unreadable));
    co_return;
  }
  const auto& file = files.front();
  const auto name = file.filename().string();
  job->record.job.phase = JobPhase::processing;
  queue.show();
  auto count = [reader, file] { return reader->pages(file); };
  const auto pages = co_await on_worker(core, std::move(count));
  if (!pages || *pages > most_pages) {
    done(pages ? fail(FailureKind::print_memory_full, std::to_string(*pages)) : std::unexpected(pages.error()));
    co_return;
  }
  ImagePrint print;
  print.pages = *pages;
  print.read = [reader, file](int page) { return reader->page(file, page, dpi); };
  print.reading = JobPhase::processing;
  print.time_of_page = [](int) { return time_of_page; };
  print.color = number_in(name, "gray-") == 1 ? ColorMode::black_and_white : ColorMode::automatic;
  print.copies = number_in(name, "copies-");
  print.two_sided = number_in(name, "sides-") == 2;
  print.function = PrintFunction::computer;
  print.scans = false;
  auto printed = co_await Answer<Result<void>>(
      core, [&](JobDone printed_done) { print_images(queue, job, std::move(print), std::move(printed_done)); });
  done(std::move(printed));
}

void print_from_computer(JobQueue& queue, const ComputerPrint& print, const Result<void>& allowed, Reply reply) {
  const CopyRequest sheets{.copies = print.copies, .color = print.color};
  if (auto good = check(sheets); !good) return reply(std::unexpected(good.error()));
  QueuedJob job;
  job.run = computer_print_job;
  job.needs = {.printer = true};
  Job& shown = job.record.job;
  shown.type = JobType::print;
  shown.started = queue.core().now();
  shown.user = print.user;
  const auto named = file_name_of(print);
  shown.file_name = (named.empty() ? file_name_for({.file_name_prefix = "print-"}, shown.started) : named) + ".pdf";
  if (print.trouble) return reply(queue.refuse(std::move(job), {*print.trouble, ""}));
  if (!allowed) return reply(queue.refuse(std::move(job), allowed.error()));
  if (queue.core().state.active.size() >= most_jobs) {
    return reply(queue.refuse(std::move(job), {FailureKind::print_memory_full, ""}));
  }
  queue.accept_with_file(std::move(job), spool_name(print), print.content, std::move(reply));
}

}  // namespace paneltwin::device
