#include "device/paper/printed_pages.hpp"

#include <algorithm>
#include <map>

#include <cairo-pdf.h>

#include "device/paper/cairo_picture.hpp"

namespace paneltwin::device {

namespace {

constexpr double points_a_mm = 72 / 25.4;
constexpr double unprinted_mm = 3;  // where no printer prints

struct Area {
  double x = 0, y = 0, width = 0, height = 0;  // mm
};

/// Two pages lie beside each other on paper that lies on its side.
std::vector<Area> areas_of(const PageLayout& layout, bool on_its_side) {
  const auto paper = size_in_mm(layout.paper);
  const double width = on_its_side ? paper.height : paper.width, height = on_its_side ? paper.width : paper.height;
  if (!layout.two_up) return {{0, 0, width, height}};
  return {{0, 0, width / 2, height}, {width / 2, 0, width / 2, height}};
}

bool lies_on_its_side(const std::vector<const PageForPaper*>& pages, const PageLayout& layout) {
  if (layout.two_up) return true;
  return !pages.empty() && pages.front()->width_mm > pages.front()->height_mm;
}

}  // namespace

struct PrintedPages::Impl {
  std::string pdf;
  CairoSurface surface = pdf_surface(pdf, 1, 1);
  std::map<const PageForPaper*, CairoSurface> pictures;  // one for all copies of a page: the PDF holds it once

  cairo_surface_t* picture(const PageForPaper& page) {
    const auto known = pictures.find(&page);
    if (known != pictures.end()) return known->second.get();
    return pictures.emplace(&page, jpeg_surface(page.width, page.height, page.jpeg)).first->second.get();
  }

  void draw(cairo_t* pen, const PageForPaper& page, const Area& area, const PageLayout& layout) {
    double scale = layout.percent / 100.0;
    double x = area.x, y = area.y;
    if (layout.fit || layout.two_up) {
      const double width = area.width - 2 * unprinted_mm, height = area.height - 2 * unprinted_mm;
      scale = std::min(width / page.width_mm, height / page.height_mm);
      x += (area.width - page.width_mm * scale) / 2;
      y += (area.height - page.height_mm * scale) / 2;
    }
    cairo_save(pen);
    cairo_rectangle(pen, area.x * points_a_mm, area.y * points_a_mm, area.width * points_a_mm,
                    area.height * points_a_mm);
    cairo_clip(pen);
    cairo_translate(pen, x * points_a_mm, y * points_a_mm);
    cairo_scale(pen, page.width_mm * scale * points_a_mm / page.width,
                page.height_mm * scale * points_a_mm / page.height);
    cairo_set_source_surface(pen, picture(page), 0, 0);
    cairo_paint(pen);
    cairo_restore(pen);
  }
};

PrintedPages::PrintedPages(Instant printed) : impl_(std::make_unique<Impl>()) {
  const auto made = to_iso8601(printed);
  cairo_pdf_surface_set_metadata(impl_->surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
  cairo_pdf_surface_set_metadata(impl_->surface.get(), CAIRO_PDF_METADATA_MOD_DATE, made.c_str());
}

PrintedPages::~PrintedPages() = default;

Result<void> PrintedPages::add(const std::vector<const PageForPaper*>& pages, const PageLayout& layout) {
  const bool on_its_side = lies_on_its_side(pages, layout);
  const auto paper = size_in_mm(layout.paper);
  const double width = (on_its_side ? paper.height : paper.width) * points_a_mm;
  const double height = (on_its_side ? paper.width : paper.height) * points_a_mm;
  cairo_pdf_surface_set_size(impl_->surface.get(), width, height);
  const CairoPen pen(cairo_create(impl_->surface.get()), &cairo_destroy);
  const auto areas = areas_of(layout, on_its_side);
  for (std::size_t i = 0; i < std::min(pages.size(), areas.size()); ++i) {
    impl_->draw(pen.get(), *pages[i], areas[i], layout);
  }
  cairo_show_page(pen.get());
  const auto status = cairo_status(pen.get());
  if (status != CAIRO_STATUS_SUCCESS) return fail(FailureKind::output_failed, cairo_status_to_string(status));
  return {};
}

Result<std::string> PrintedPages::finish() {
  cairo_surface_finish(impl_->surface.get());
  const auto status = cairo_surface_status(impl_->surface.get());
  if (status != CAIRO_STATUS_SUCCESS) return fail(FailureKind::output_failed, cairo_status_to_string(status));
  return std::move(impl_->pdf);
}

}  // namespace paneltwin::device
