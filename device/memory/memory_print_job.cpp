#include "device/memory/memory_print_job.hpp"

#include <algorithm>

#include "device/jobs/print_images.hpp"
#include "device/jobs/scan_job.hpp"
#include "device/memory/memory_port.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr Duration time_of_page = 500ms;
constexpr int dpi = 200;

Flow memory_print_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, MemoryPrintRequest asked, JobDone done) {
  Core& core = queue.core();
  MemoryDevice* stick = memory_port(core);
  if (!stick) {
    done(fail(FailureKind::memory_device_removed));
    co_return;
  }
  job->record.job.phase = JobPhase::processing;
  queue.show();
  auto count = [stick, file = asked.file] { return stick->pages(file); };
  const auto pages = co_await on_worker(core, std::move(count));
  if (!pages) {
    done(std::unexpected(pages.error()));
    co_return;
  }
  ImagePrint print;
  print.pages = *pages;
  print.read = [stick, file = asked.file](int page) { return stick->page(file, page, dpi); };
  print.reading = JobPhase::processing;
  print.time_of_page = [](int) { return time_of_page; };
  print.color = asked.color;
  print.copies = asked.copies;
  print.two_sided = asked.two_sided;
  print.source = asked.source;
  print.function = PrintFunction::memory_device;
  print.scans = false;
  auto printed = co_await Answer<Result<void>>(
      core, [&](JobDone printed_done) { print_images(queue, job, std::move(print), std::move(printed_done)); });
  done(std::move(printed));
}

}  // namespace

Result<void> check(const MemoryPrintRequest& print) {
  return check(CopyRequest{.copies = print.copies, .color = print.color});
}

Result<ReceiptNumber> print_from_memory_device(JobQueue& queue, const MemoryPrintRequest& print) {
  if (auto good = check(print); !good) return std::unexpected(good.error());
  const auto& state = queue.core().state;
  if (!print.source.empty() && !state.conditions.source(print.source)) {
    return fail(FailureKind::invalid_value, "source");
  }
  if (!state.memory_device) return fail(FailureKind::memory_device_removed);
  if (std::ranges::find(state.memory_device->files, print.file) == state.memory_device->files.end()) {
    return fail(FailureKind::invalid_value, "file");
  }
  QueuedJob job;
  job.run = [print](JobQueue& jobs, std::shared_ptr<QueuedJob> queued, JobDone done) {
    return memory_print_job(jobs, std::move(queued), print, std::move(done));
  };
  job.needs = {.printer = true};
  job.record.job.type = JobType::print_from_memory_device;
  job.record.job.started = queue.core().now();
  const auto dot = print.file.rfind('.');
  job.record.job.file_name = print.file.substr(0, dot) + ".pdf";  // as it lies in the tray
  return queue.accept(std::move(job));
}

}  // namespace paneltwin::device
