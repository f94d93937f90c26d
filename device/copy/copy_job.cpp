#include "device/copy/copy_job.hpp"

#include "device/jobs/print_images.hpp"
#include "device/jobs/scan_job.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr Duration glass_page = 3s, feeder_page = 1500ms, second_side = 500ms;
constexpr int dpi = 200;

bool reads_both_sides(CopySides sides) { return sides == CopySides::two_to_two || sides == CopySides::two_to_one; }

Flow copy_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, CopyRequest copy, JobDone done) {
  const Originals& originals = queue.core().ports.originals;
  const auto place = originals.at(OriginalPlace::feeder) ? OriginalPlace::feeder : OriginalPlace::glass;
  const auto original = originals.at(place);
  if (!original || original->pages < 1) {
    done(fail(FailureKind::no_original));
    co_return;
  }
  ImagePrint print;
  print.pages = place == OriginalPlace::glass ? 1 : original->pages;
  print.read = [&originals, place](int page) { return originals.scan(place, page, dpi); };
  print.time_of_page = [place, both = reads_both_sides(copy.sides)](int page) -> Duration {
    if (place == OriginalPlace::glass) return glass_page;
    return both && page % 2 == 1 ? second_side : feeder_page;
  };
  print.adjustment = {.density = copy.density, .remove_background = copy.remove_background};
  print.color = copy.color;
  print.copies = copy.copies;
  print.two_sided = copy.sides == CopySides::one_to_two || copy.sides == CopySides::two_to_two;
  print.layout = {.two_up = copy.layout == CopyLayout::two_up, .fit = copy.fit, .percent = copy.percent};
  print.source = copy.source;
  auto printed = co_await Answer<Result<void>>(
      queue.core(), [&](JobDone printed_done) { print_images(queue, job, std::move(print), std::move(printed_done)); });
  done(std::move(printed));
}

}  // namespace

Result<ReceiptNumber> start_copy(JobQueue& queue, const CopyRequest& copy) {
  if (auto good = check(copy); !good) return std::unexpected(good.error());
  const auto& state = queue.core().state;
  if (!copy.source.empty() && !state.conditions.source(copy.source)) {
    return fail(FailureKind::invalid_value, "source");
  }
  if (state.conditions.scanner_error) return fail(FailureKind::scanner_error);
  if (!state.feeder && !state.glass) return fail(FailureKind::no_original);
  QueuedJob job;
  job.run = [copy](JobQueue& jobs, std::shared_ptr<QueuedJob> queued, JobDone done) {
    return copy_job(jobs, std::move(queued), copy, std::move(done));
  };
  job.needs = {.scanner = true, .printer = true};
  job.record.job.type = JobType::copy;
  job.record.job.started = queue.core().now();
  job.record.job.file_name = file_name_for({.file_name_prefix = "copy-"}, job.record.job.started) + ".pdf";
  return queue.accept(std::move(job));
}

}  // namespace paneltwin::device
