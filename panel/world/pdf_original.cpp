// PDF sheets, drawn by Poppler.
#include <mutex>

#include <poppler.h>

#include "panel/world/original_file.hpp"
#include "panel/world/paper_surface.hpp"

namespace paneltwin::panel {

using device::FailureKind;

namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using DocumentPointer = std::unique_ptr<PopplerDocument, Unref>;
using PagePointer = std::unique_ptr<PopplerPage, Unref>;

constexpr double mm_per_point = 25.4 / 72;

class PdfOriginal final : public OriginalFile {
 public:
  PdfOriginal(DocumentPointer document, int pages) : document_(std::move(document)), pages_(pages) {}

  [[nodiscard]] int pages() const override { return pages_; }

  device::Result<device::Image> scan(int page, int dpi) override {
    const std::lock_guard lock(mutex_);
    const PagePointer sheet(poppler_document_get_page(document_.get(), page));
    if (!sheet) return device::fail(FailureKind::no_original, "there is no page " + std::to_string(page + 1));
    double width = 0, height = 0;
    poppler_page_get_size(sheet.get(), &width, &height);
    const double longest = std::max(width, height) * mm_per_point, shortest = std::min(width, height) * mm_per_point;
    if (!(longest <= longest_sheet_mm && shortest >= shortest_sheet_mm)) {
      return device::fail(FailureKind::no_original,
                          "page " + std::to_string(page + 1) + " is of no size that can be fed");
    }
    const PaperSurface paper(width * mm_per_point, height * mm_per_point, dpi);
    cairo_scale(paper.pen(), dpi / 72.0, dpi / 72.0);
    poppler_page_render_for_printing(sheet.get(), paper.pen());
    return paper.read();
  }

 private:
  std::mutex mutex_;  // Poppler's documents are for one thread at a time
  DocumentPointer document_;
  int pages_;
};

}  // namespace

device::Result<std::unique_ptr<OriginalFile>> open_pdf_original(std::string content) {
  GBytes* bytes = g_bytes_new(content.data(), content.size());
  GError* error = nullptr;
  DocumentPointer document(poppler_document_new_from_bytes(bytes, nullptr, &error));
  g_bytes_unref(bytes);
  if (!document) {
    auto problem = device::fail(FailureKind::invalid_value, error ? error->message : "is damaged");
    g_clear_error(&error);
    return problem;
  }
  const int pages = poppler_document_get_n_pages(document.get());
  if (pages < 1) return device::fail(FailureKind::invalid_value, "has no pages");
  return std::make_unique<PdfOriginal>(std::move(document), pages);
}

}  // namespace paneltwin::panel
