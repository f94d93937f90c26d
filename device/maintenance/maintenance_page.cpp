#include "device/maintenance/maintenance_page.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "device/names.hpp"
#include "device/paper/cairo_picture.hpp"

namespace paneltwin::device {

namespace {

constexpr double mm = 72 / 25.4;
constexpr double page_width = 210 * mm, page_height = 297 * mm, margin = 20 * mm;
struct Ink {
  double red, green, blue;
};
constexpr Ink inks[ink_count] = {{0, 0, 0}, {1, 0.95, 0}, {0.93, 0, 0.55}, {0, 0.68, 0.94}};

cairo_status_t append(void* pdf, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(pdf)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void say(cairo_t* pen, double x, double y, double points, const std::string& text) {
  const std::unique_ptr<PangoLayout, void (*)(void*)> layout(pango_cairo_create_layout(pen), g_object_unref);
  const std::unique_ptr<PangoFontDescription, void (*)(PangoFontDescription*)> font(
      pango_font_description_from_string("Noto Sans CJK SC"), pango_font_description_free);
  pango_font_description_set_absolute_size(font.get(), points * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_width(layout.get(), static_cast<int>((page_width - margin - x) * PANGO_SCALE));
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  cairo_set_source_rgb(pen, 0, 0, 0);
  cairo_move_to(pen, x, y);
  pango_cairo_show_layout(pen, layout.get());
}

/// A staircase: one short line for each nozzle of a row, and another row under it. What is clogged leaves lines out.
void nozzles(cairo_t* pen, double x, double y, const Ink& ink, bool clogged) {
  constexpr int steps = 16, rows = 6;
  constexpr double step = 2.2 * mm, length = 4.4 * mm, drop = 0.9 * mm, row_height = 15.2 * mm;
  cairo_set_source_rgb(pen, ink.red, ink.green, ink.blue);
  cairo_set_line_width(pen, 0.35 * mm);
  for (int row = 0; row < rows; ++row) {
    for (int i = 0; i < steps; ++i) {
      const bool gap = clogged && (i * 7 + row * 3) % 11 < 3;
      if (gap) continue;
      const double left = x + (row % 2) * (steps + 2) * step + i * step;
      const int line = row / 2;  // two rows of nozzles share one
      const double top = y + line * row_height + i * drop;
      cairo_move_to(pen, left, top);
      cairo_line_to(pen, left + length, top);
      cairo_stroke(pen);
    }
  }
}

void nozzle_check(cairo_t* pen, const std::array<bool, ink_count>& clogged, const Catalogue& words) {
  double y = margin + 30 * mm;
  for (std::size_t ink = 0; ink < ink_count; ++ink) {
    say(pen, margin, y + 12 * mm, 10, std::string(words.text("supply.short." + std::string(names<Supply>[ink]))));
    nozzles(pen, margin + 16 * mm, y, inks[ink], clogged[ink]);
    y += 54 * mm;
  }
}

/// Pairs of combs that drift apart: the block that looks smoothest is the right one.
void alignment(cairo_t* pen) {
  constexpr int blocks = 5, lines = 24;
  for (int pattern = 0; pattern < 4; ++pattern) {
    const double y = margin + 34 * mm + pattern * 50 * mm;
    say(pen, margin, y - 8 * mm, 10, "#" + std::to_string(pattern + 1));
    for (int block = 0; block < blocks; ++block) {
      const double x = margin + block * 34 * mm, shift = (block - 2) * 0.22 * mm;
      cairo_set_source_rgb(pen, 0, 0, 0);
      cairo_set_line_width(pen, 0.3 * mm);
      for (int i = 0; i < lines; ++i) {
        const double at = x + i * 1.1 * mm;
        cairo_move_to(pen, at, y);
        cairo_line_to(pen, at, y + 10 * mm);
        cairo_move_to(pen, at + shift, y + 10 * mm);
        cairo_line_to(pen, at + shift, y + 20 * mm);
        cairo_stroke(pen);
      }
      say(pen, x + 12 * mm, y + 22 * mm, 10, std::to_string(block + 1));
    }
  }
}

}  // namespace

Result<std::string> maintenance_page(MaintenanceAction action, const std::array<bool, ink_count>& clogged,
                                     Instant printed, const Catalogue& words) {
  std::string pdf;
  const CairoSurface surface(cairo_pdf_surface_create_for_stream(append, &pdf, page_width, page_height),
                             &cairo_surface_destroy);
  const auto made = to_iso8601(printed);
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_MOD_DATE, made.c_str());
  {
    const CairoPen pen(cairo_create(surface.get()), &cairo_destroy);
    const std::string name(name_of(action));
    say(pen.get(), margin, margin, 15, std::string(words.text("maintenance." + name)));
    say(pen.get(), margin, margin + 10 * mm, 9.5, std::string(words.text("maintenance." + name + ".on_paper")));
    if (action == MaintenanceAction::nozzle_check) {
      nozzle_check(pen.get(), clogged, words);
    } else {
      alignment(pen.get());
    }
    cairo_show_page(pen.get());
  }
  cairo_surface_finish(surface.get());
  const auto status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) return fail(FailureKind::output_failed, cairo_status_to_string(status));
  return pdf;
}

}  // namespace paneltwin::device
