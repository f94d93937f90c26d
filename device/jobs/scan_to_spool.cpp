#include <algorithm>

#include <fmt/format.h>

#include "device/fax/fax_page.hpp"
#include "device/jobs/scan_job.hpp"
#include "device/paper/adjust_page.hpp"
#include "device/paper/page_image.hpp"
#include "device/random.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

// How long the machine takes, on the clock. Two-sided, the feeder reads both sides of a sheet in one pass.
constexpr Duration glass_page = 3s, feeder_page = 1500ms, second_side = 500ms;
constexpr std::uintmax_t bytes_a_megabyte = std::uintmax_t{1024} * 1024;

Duration time_for(const ScanRequest& scan, OriginalPlace place, int page) {
  if (place == OriginalPlace::glass) return glass_page;
  return scan.two_sided && page % 2 == 1 ? second_side : feeder_page;
}

/// JPEG's own scale for a compression ratio.
int quality_of(Compression compression) {
  return compression == Compression::low ? 92 : compression == Compression::high ? 45 : standard_jpeg_quality;
}

ScanFunction counted_as(ScanDestination destination) {
  if (destination == ScanDestination::folder) return ScanFunction::folder;
  return destination == ScanDestination::email ? ScanFunction::email : ScanFunction::memory_device;
}

/// In pixels; 0 before the first sheet.
struct SheetSize {
  int width = 0, height = 0;
};

/// Without Mixed Size Originals the feeder takes every sheet for as large as the first one.
void take_for_as_large(Image& image, SheetSize& first) {
  if (first.width == 0) first = {image.width, image.height};
  if (image.width != first.width || image.height != first.height) image = cut_to(image, first.width, first.height);
}

Result<void> scan_page(const Originals& originals, OriginalPlace place, int page, const ScanRequest& scan,
                       std::optional<FaxResolution> fax, SheetSize& first, PageWriter& writer) {
  auto image = originals.scan(place, page, scan.resolution);
  if (!image) return std::unexpected(image.error());
  if (!is_whole(*image)) return fail(FailureKind::no_original, "the page cannot be read");
  if (place == OriginalPlace::feeder && !scan.mixed_sizes && !scan.page.area && !fax) take_for_as_large(*image, first);
  if (fax) return writer.add(fax_page(*image, *fax));
  if (scan.skip_blank_pages && is_blank(*image)) return {};
  return writer.add(adjusted(std::move(*image), scan.page));
}

/// Ends the file, makes it durable, and compares it with the limit.
Result<void> finish(PageWriter& writer, const Spool& spool, ReceiptNumber receipt, int limit_mb) {
  if (auto finished = writer.finish(); !finished) return finished;
  std::uintmax_t bytes = 0;
  for (const auto& file : spool.files(receipt)) {
    std::error_code error;
    bytes += std::filesystem::file_size(file, error);
    if (error) return fail(FailureKind::memory_full, file.string() + ": " + error.message());
  }
  if (bytes > static_cast<std::uintmax_t>(limit_mb) * bytes_a_megabyte) {
    return fail(FailureKind::too_large, fmt::format("{} bytes, the limit is {} MB", bytes, limit_mb));
  }
  return spool.sync(receipt);
}

}  // namespace

std::string new_message_id(const std::string& sender) {
  const auto at = sender.find('@');
  const auto domain = at == std::string::npos ? "printer.invalid" : sender.substr(at + 1);
  return fmt::format("{}@{}", random_text(32, hexadecimal_digits), domain);
}

Flow scan_to_spool(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done) {
  Core& core = queue.core();
  const Originals& originals = core.ports.originals;
  const ScanRequest scan = *job->scan;
  const auto receipt = job->record.job.receipt;
  const auto stop = job->stop.get_token();

  // A sheet in the feeder goes before what lies on the glass.
  const auto place = originals.at(OriginalPlace::feeder) ? OriginalPlace::feeder : OriginalPlace::glass;
  const auto original = originals.at(place);
  if (core.state.conditions.scanner_error) {
    done(fail(FailureKind::scanner_error));
    co_return;
  }
  if (!original || original->pages < 1) {
    done(fail(FailureKind::no_original));
    co_return;
  }
  job->record.job.phase = JobPhase::scanning;
  job->record.job.pages_total = place == OriginalPlace::glass ? 1 : original->pages;
  queue.show();

  std::shared_ptr<PageWriter> writer;
  const auto first = std::make_shared<SheetSize>();
  const WriterOptions options{queue.spool().folder(receipt) / file_name_for(scan, job->record.job.started),
                              scan.format,
                              scan.color,
                              job->record.job.pages_total == 1,
                              job->record.job.started,
                              quality_of(scan.compression),
                              scan.pdf};
  Result<void> scanned = queue.spool().prepare(receipt);
  for (int page = 0; scanned && page < job->record.job.pages_total; ++page) {
    const bool passed = co_await pause(core, time_for(scan, place, page), stop);
    if (!passed) {
      done(fail(FailureKind::canceled));
      co_return;
    }
    if (core.state.conditions.scanner_error) {
      scanned = fail(FailureKind::scanner_error);
      break;
    }
    if (!writer) writer = make_page_writer(options);
    auto read = [&originals, place, page, scan, fax = job->fax, first, writer] {
      return scan_page(originals, place, page, scan, fax, *first, *writer);
    };
    scanned = co_await on_worker(core, std::move(read));
    if (scanned) ++job->record.job.pages_done;
    if (scanned) {
      const bool to_folder = job->record.job.type == JobType::scan_to_my_folder;
      queue.conditions().count_scan(job->fax    ? ScanFunction::fax
                                    : to_folder ? ScanFunction::folder
                                                : counted_as(scan.destination));
    }
    queue.show();
  }
  // A message has a limit; folders and memory devices have what room they have.
  const bool mails = scan.destination == ScanDestination::email;
  if (scanned) {
    auto end = [writer, spool = queue.spool(), receipt, limit = mails ? scan.attachment_limit_mb : 100'000] {
      return finish(*writer, spool, receipt, limit);
    };
    scanned = co_await on_worker(core, std::move(end));
  }
  if (scanned && stop.stop_requested()) scanned = fail(FailureKind::canceled);
  if (scanned && mails) {
    job->record.message_id = new_message_id(job->record.job.from);
    job->record.body = core.words().text("email.body", {{"device", core.state.basic.device_name}});
    job->record.spooled = true;
    scanned = queue.keep(*job);
  }
  done(std::move(scanned));
}

}  // namespace paneltwin::device
