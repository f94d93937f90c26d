#include "device/jobs/print_images.hpp"

#include <cmath>

#include "device/jobs/feed_sheet.hpp"
#include "device/jobs/make_room.hpp"
#include "device/paper/adjust_page.hpp"
#include "device/paper/jpeg.hpp"
#include "device/paper/page_image.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr Duration first_sheet = 2s, next_sheet = 1s;
constexpr double same_size_mm = 6;

using Pages = std::vector<PageForPaper>;

Result<PageForPaper> read_page(const ImagePrint& print, int number) {
  auto read = print.read(number);
  if (!read) return std::unexpected(read.error());
  if (!is_whole(*read)) return fail(FailureKind::no_original, "the page cannot be read");
  const auto image = adjusted(std::move(*read), print.adjustment);
  const bool color = color_mode_for(image, print.color) == ColorMode::color;
  auto jpeg = encode_jpeg(image, color);
  if (!jpeg) return std::unexpected(jpeg.error());
  const double mm = 25.4 / image.dpi;
  return PageForPaper{std::move(*jpeg), image.width, image.height, image.width * mm, image.height * mm, color};
}

bool is_of(const PageForPaper& page, PaperSize size) {
  const auto mm = size_in_mm(size);
  const double small = std::min(page.width_mm, page.height_mm), large = std::max(page.width_mm, page.height_mm);
  return std::abs(small - mm.width) < same_size_mm && std::abs(large - mm.height) < same_size_mm;
}

/// Automatic takes the paper that the original is made of, where there is such paper, and A4 or what there is else.
PaperSize paper_for(const MachineConditions& machine, const Conditions& conditions, const std::string& source,
                    const Pages& pages) {
  if (const auto* chosen = conditions.source(source)) return chosen->size;
  std::vector<PaperSize> sizes;
  for (const auto& one : conditions.paper) {
    if (machine.is_selected_automatically(one)) sizes.push_back(one.size);
  }
  for (const auto size : sizes) {
    if (is_of(pages.front(), size)) return size;
  }
  const bool has_a4 = sizes.empty() || std::ranges::find(sizes, PaperSize::a4) != sizes.end();
  return has_a4 ? PaperSize::a4 : sizes.front();
}

/// The pages of one copy, side by side of paper.
std::vector<std::vector<const PageForPaper*>> sides_of(const Pages& pages, bool two_up) {
  std::vector<std::vector<const PageForPaper*>> sides;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (!two_up || i % 2 == 0) sides.emplace_back();
    sides.back().push_back(&pages[i]);
  }
  return sides;
}

/// What lies in the tray in the end; only the worker is at it.
struct Output {
  PrintedPages paper;
  int sides = 0;
  explicit Output(Instant now) : paper(now) {}
};

}  // namespace

Flow print_images(JobQueue& queue, std::shared_ptr<QueuedJob> job, ImagePrint print, JobDone done) {
  Core& core = queue.core();
  const auto stop = job->stop.get_token();
  auto& shown = job->record.job;
  shown.phase = print.reading;
  shown.pages_total = print.pages;
  queue.show();

  const auto shared = std::make_shared<const ImagePrint>(std::move(print));
  const auto pages = std::make_shared<Pages>();
  for (int number = 0; number < shared->pages; ++number) {
    const bool passed = co_await pause(core, shared->time_of_page(number), stop);
    Result<void> good;
    if (!passed) good = fail(FailureKind::canceled);
    if (good && shared->scans && core.state.conditions.scanner_error) good = fail(FailureKind::scanner_error);
    if (good) {
      auto read = [shared, number] { return read_page(*shared, number); };
      auto page = co_await on_worker(core, std::move(read));
      if (page) {
        pages->push_back(std::move(*page));
      } else {
        good = std::unexpected(page.error());
      }
    }
    if (!good) {
      done(std::move(good));
      co_return;
    }
    if (shared->scans) queue.conditions().count_scan(ScanFunction::copy);
    ++shown.pages_done;
    queue.show();
  }

  auto layout = shared->layout;
  layout.paper = paper_for(queue.conditions(), core.state.conditions, shared->source, *pages);
  const auto sides = sides_of(*pages, layout.two_up);
  const std::size_t on_sheet = shared->two_sided ? 2 : 1;
  const auto output = std::make_shared<Output>(shown.started);
  shown.pages_done = 0;
  shown.pages_total = static_cast<int>(sides.size()) * shared->copies;
  Result<void> printed;
  for (int copy = 0; printed && copy < shared->copies; ++copy) {
    for (std::size_t first = 0; printed && first < sides.size(); first += on_sheet) {
      const auto count = std::min(on_sheet, sides.size() - first);
      SheetOfPaper sheet{shared->source, layout.paper, shared->function, false, static_cast<int>(count)};
      for (std::size_t i = first; i < first + count; ++i) {
        for (const auto* page : sides[i]) sheet.color = sheet.color || page->color;
      }
      const bool in_turn = co_await make_room(queue, job);
      bool fed = false, passed = false;
      if (in_turn) fed = co_await feed_sheet(queue, job, sheet);
      if (fed) passed = co_await pause(core, copy == 0 && first == 0 ? first_sheet : next_sheet, stop);
      if (!fed) {
        printed = fail(FailureKind::canceled);
        break;
      }
      auto put = [output, pages,
                  side = std::vector(sides.begin() + static_cast<std::ptrdiff_t>(first),
                                     sides.begin() + static_cast<std::ptrdiff_t>(first + count)),
                  layout] {
        Result<void> added;
        for (const auto& one : side) {
          if (added) added = output->paper.add(one, layout);
          if (added) ++output->sides;
        }
        return added;
      };
      printed = co_await on_worker(core, std::move(put));
      if (printed) shown.pages_done += static_cast<int>(count);
      queue.show();
      if (printed && !passed) printed = fail(FailureKind::canceled);  // this sheet came out before the stop
    }
  }
  auto lay = [&tray = core.ports.tray, output, pages, name = shown.file_name] {
    if (output->sides == 0) return Result<void>();
    const auto pdf = output->paper.finish();
    return pdf ? tray.put(name, *pdf) : Result<void>(std::unexpected(pdf.error()));
  };
  auto laid = co_await on_worker(core, std::move(lay));
  core.set_device_error(FailureKind::output_failed, !laid);
  done(laid ? std::move(printed) : std::move(laid));
}

}  // namespace paneltwin::device
