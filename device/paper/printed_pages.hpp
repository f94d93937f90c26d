// Pictures on sides of paper, as a PDF.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "device/clock.hpp"
#include "device/failure.hpp"
#include "device/paper/paper_sizes.hpp"

namespace paneltwin::device {

/// A page as it goes onto paper: JPEG, so that many fit into memory.
struct PageForPaper {
  std::string jpeg;
  int width = 0, height = 0;  // pixels
  double width_mm = 0, height_mm = 0;
  bool color = false;
};

/// How pages are laid onto a side.
struct PageLayout {
  PaperSize paper = PaperSize::a4;
  bool two_up = false;  // two pages on a side
  bool fit = true;      // as large as there is room
  int percent = 100;    // of its own size, when not `fit`; from the top left
};

/// Worker only; heavy.
class PrintedPages {
 public:
  explicit PrintedPages(Instant printed);
  ~PrintedPages();
  PrintedPages(const PrintedPages&) = delete;
  PrintedPages& operator=(const PrintedPages&) = delete;

  /// One side: one page, or two of them where the layout says so; none leaves it white. Failure: output_failed.
  Result<void> add(const std::vector<const PageForPaper*>& pages, const PageLayout& layout);
  /// PDF bytes. Failure: output_failed.
  Result<std::string> finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::device
