// The run sheet on A4, drawn by Cairo and Pango.
#include <algorithm>
#include <cstring>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "panel/automation/run_sheet.hpp"
#include "panel/world/paper_surface.hpp"

namespace paneltwin::panel {

namespace {

constexpr double page_width = 595, page_height = 842, margin = 42;  // points: A4
constexpr double picture_width = 170, gap = 10;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned size) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

struct PngReader {
  std::string_view rest;
  static cairo_status_t read(void* self, unsigned char* data, unsigned size) {
    auto& rest = static_cast<PngReader*>(self)->rest;
    if (rest.size() < size) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, rest.data(), size);
    rest.remove_prefix(size);
    return CAIRO_STATUS_SUCCESS;
  }
};

/// Writes down a page, and goes on to the next one when it is full.
class Sheet {
 public:
  Sheet(cairo_t* pen, const device::Catalogue& words) : pen_(pen), words_(words) {}

  /// Returns the height used; draws nothing when `measures`.
  double words(const std::string& text, double x, double width, double size, bool bold, bool measures = false) {
    PangoLayout* layout = pango_cairo_create_layout(pen_);
    PangoFontDescription* font = pango_font_description_from_string("Noto Sans CJK SC, Sans");
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    if (bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    int height = 0;
    pango_layout_get_pixel_size(layout, nullptr, &height);
    if (!measures) {
      cairo_move_to(pen_, x, y_);
      cairo_set_source_rgb(pen_, 0, 0, 0);
      pango_cairo_show_layout(pen_, layout);
    }
    pango_font_description_free(font);
    g_object_unref(layout);
    return height;
  }

  void head(const RunSheet& sheet) {
    y_ += words(sheet.name, margin, page_width - 2 * margin, 15, true) + 4;
    y_ += words(sheet.file + " · " + sheet.model + " · PanelTwin " PANELTWIN_VERSION, margin, page_width - 2 * margin,
                8, false) +
          gap;
  }

  void step(const RunSheet::Step& step, std::size_t number) {
    const SurfacePointer picture = read(step.picture);
    const double scale = picture ? picture_width / cairo_image_surface_get_width(picture.get()) : 0;
    const double picture_height = picture ? scale * cairo_image_surface_get_height(picture.get()) : 0;
    const double width = page_width - 2 * margin - picture_width - gap;
    const auto title = std::to_string(number) + ".  " + step.text;
    auto found = std::string(words_.text("flows.sheet." + std::string(name_of(step.verdict))));
    if (step.at) found += "  ·  " + device::to_iso8601(*step.at);
    double height = words(title, margin, width, 10, false, true) + words(found, margin, width, 10, true, true);
    if (!step.remark.empty()) height += words(step.remark, margin, width, 9, false, true);
    height = std::max(height, picture_height);
    if (y_ + height > page_height - margin) next_page();
    const double top = y_;
    if (picture) draw(picture.get(), scale);
    y_ += words(title, margin, width, 10, false);
    y_ += words(found, margin, width, 10, true);
    if (!step.remark.empty()) words(step.remark, margin, width, 9, false);
    y_ = top + height + gap;
    cairo_set_source_rgb(pen_, 0.8, 0.8, 0.8);
    cairo_rectangle(pen_, margin, y_ - gap / 2, page_width - 2 * margin, 0.5);
    cairo_fill(pen_);
  }

 private:
  void next_page() {
    cairo_show_page(pen_);
    y_ = margin;
  }

  static SurfacePointer read(const std::string& png) {
    if (png.empty()) return {};
    PngReader reader{png};
    SurfacePointer picture(cairo_image_surface_create_from_png_stream(PngReader::read, &reader));
    if (cairo_surface_status(picture.get()) != CAIRO_STATUS_SUCCESS) return {};
    return picture;
  }

  void draw(cairo_surface_t* picture, double scale) {
    cairo_save(pen_);
    cairo_translate(pen_, page_width - margin - picture_width, y_);
    cairo_scale(pen_, scale, scale);
    cairo_set_source_surface(pen_, picture, 0, 0);
    cairo_paint(pen_);
    cairo_restore(pen_);
  }

  cairo_t* pen_;
  const device::Catalogue& words_;
  double y_ = margin;
};

}  // namespace

device::Result<std::string> to_pdf(const RunSheet& sheet, const device::Catalogue& words) {
  std::string bytes;
  const SurfacePointer surface(cairo_pdf_surface_create_for_stream(append, &bytes, page_width, page_height));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, sheet.name.c_str());
  const PenPointer pen(cairo_create(surface.get()));
  Sheet paper(pen.get(), words);
  paper.head(sheet);
  for (std::size_t i = 0; i < sheet.steps.size(); ++i) paper.step(sheet.steps[i], i + 1);
  cairo_show_page(pen.get());
  cairo_surface_finish(surface.get());
  if (cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS) return bytes;
  return device::fail(device::FailureKind::output_failed, "the run sheet cannot be drawn");
}

}  // namespace paneltwin::panel
