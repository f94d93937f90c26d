#include "device/paper/status_sheet.hpp"

#include <memory>

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include "device/paper/cairo_picture.hpp"

namespace paneltwin::device {

namespace {

constexpr double mm = 72 / 25.4;
constexpr double page_width = 210 * mm, page_height = 297 * mm;
constexpr double margin = 20 * mm, value_column = 90 * mm, row_gap = 1.2 * mm, group_gap = 4 * mm;
constexpr double title_points = 15, group_points = 11, row_points = 9.5;
constexpr double bottom = page_height - margin - 8 * mm;  // the page number stands below

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
struct FreeFont {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

/// Draws onto one page after another.
class Printer {
 public:
  Printer(const StatusSheet& sheet, const Catalogue& words)
      : words_(words),
        surface_(pdf_surface(pdf_, page_width, page_height)),
        canvas_(cairo_create(surface_.get()), &cairo_destroy),
        fonts_(pango_cairo_font_map_new()),
        context_(pango_font_map_create_context(fonts_.get())) {
    const auto made = to_iso8601(sheet.printed);
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_MOD_DATE, made.c_str());
    pango_context_set_language(context_.get(), pango_language_from_string(words.tag().c_str()));
    pango_cairo_context_set_resolution(context_.get(), 72);
  }

  /// Lays out the pages; draws them when `pages`, their number, is known. Gives their number.
  int print(const StatusSheet& sheet, int pages) {
    drawing_ = pages > 0;
    pages_ = pages;
    page_ = 0;
    begin_page(sheet);
    for (const auto& group : sheet.groups) {
      if (!group.title.empty()) heading(group, sheet);
      for (const auto& entry : group.rows) row(entry, sheet);
      y_ += group_gap;
    }
    end_page();
    return page_;
  }

  Result<std::string> finish() {
    canvas_.reset();
    cairo_surface_finish(surface_.get());
    const auto status = cairo_surface_status(surface_.get());
    if (status != CAIRO_STATUS_SUCCESS) return fail(FailureKind::output_failed, cairo_status_to_string(status));
    return std::move(pdf_);
  }

 private:
  Layout text(std::string_view words, double points, bool bold = false, double width = 0) const {
    Layout layout(pango_layout_new(context_.get()));
    const std::unique_ptr<PangoFontDescription, FreeFont> font(pango_font_description_from_string("Noto Sans CJK SC"));
    pango_font_description_set_absolute_size(font.get(), points * PANGO_SCALE);
    if (bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout.get(), font.get());
    if (width > 0) {
      pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
      pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
    return layout;
  }

  static std::pair<double, double> size(const Layout& layout) {
    int width = 0, height = 0;
    pango_layout_get_size(layout.get(), &width, &height);
    return {static_cast<double>(width) / PANGO_SCALE, static_cast<double>(height) / PANGO_SCALE};
  }

  void draw(const Layout& layout, double x, double y) {
    if (!drawing_) return;
    cairo_move_to(canvas_.get(), x, y);
    pango_cairo_show_layout(canvas_.get(), layout.get());
  }

  void begin_page(const StatusSheet& sheet) {
    ++page_;
    y_ = margin;
    const auto title = text(sheet.title, title_points, true);
    draw(title, margin, y_);
    y_ += size(title).second;
    const auto when = text(fmt::format("{}    {}", sheet.model, sheet.when), row_points);
    draw(when, margin, y_);
    y_ += size(when).second + row_gap;
    if (drawing_) {
      cairo_set_line_width(canvas_.get(), 0.8);
      cairo_move_to(canvas_.get(), margin, y_);
      cairo_line_to(canvas_.get(), page_width - margin, y_);
      cairo_stroke(canvas_.get());
    }
    y_ += group_gap;
  }

  void end_page() {
    const auto number = text(
        words_.text("sheet.page", {{"page", std::to_string(page_)}, {"pages", std::to_string(pages_)}}), row_points);
    draw(number, page_width - margin - size(number).first, bottom + 4 * mm);
    if (drawing_) cairo_show_page(canvas_.get());
  }

  void make_room(double height, const StatusSheet& sheet) {
    if (y_ + height <= bottom) return;
    end_page();
    begin_page(sheet);
  }

  void heading(const InfoGroup& group, const StatusSheet& sheet) {
    const auto title = text(group.title, group_points, true);
    make_room(size(title).second + 3 * row_points, sheet);  // not alone at the foot of a page
    draw(title, margin, y_);
    y_ += size(title).second + row_gap;
  }

  /// "label ........ value"
  void row(const InfoRow& entry, const StatusSheet& sheet) {
    const auto label = text(entry.label, row_points, false, value_column - 4 * mm);
    const auto value = text(entry.value, row_points, false, page_width - 2 * margin - value_column);
    const double height = std::max(size(label).second, size(value).second);
    make_room(height, sheet);
    draw(label, margin, y_);
    draw(value, margin + value_column, y_);
    if (pango_layout_get_line_count(label.get()) == 1) leaders(margin + size(label).first, margin + value_column);
    y_ += height + row_gap;
  }

  void leaders(double from, double to) {
    const auto dot = text(".", row_points);
    const double pitch = 1.6 * mm;
    const int dots = static_cast<int>((to - from) / pitch) - 1;
    for (int i = 1; i <= dots; ++i) draw(dot, to - pitch * i, y_);
  }

  const Catalogue& words_;
  std::string pdf_;
  CairoSurface surface_;
  CairoPen canvas_;
  std::unique_ptr<PangoFontMap, Unref> fonts_;
  std::unique_ptr<PangoContext, Unref> context_;
  bool drawing_ = false;
  int page_ = 0, pages_ = 0;
  double y_ = 0;
};

}  // namespace

Result<std::string> print_status_sheet(const StatusSheet& sheet, const Catalogue& words) {
  Printer printer(sheet, words);
  const int pages = printer.print(sheet, 0);
  printer.print(sheet, pages);
  return printer.finish();
}

}  // namespace paneltwin::device
