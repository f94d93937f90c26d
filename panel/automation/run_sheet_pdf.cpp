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

struct Ink {
  double red, green, blue;
};
constexpr Ink black{0, 0, 0}, quiet{0.4, 0.4, 0.4};

Ink colour_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed:
      return {0.10, 0.50, 0.22};
    case Verdict::failed:
      return {0.78, 0.16, 0.16};
    case Verdict::blocked:
      return {0.60, 0.40, 0};
    default:
      return quiet;
  }
}

/// The first of them, a line each.
std::string words_of(const std::vector<Difference>& changes) {
  constexpr std::size_t most = 6, longest = 90;
  std::string words;
  for (std::size_t i = 0; i < changes.size() && i < most; ++i) {
    auto line = changes[i].pointer + ": " + changes[i].before + " → " + changes[i].after;
    if (line.size() > longest) {
      auto end = longest;
      while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;  // between two letters
      line = line.substr(0, end) + "…";
    }
    words += (i == 0 ? "" : "\n") + line;
  }
  if (changes.size() > most) words += "\n…";
  return words;
}

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
  double words(const std::string& text, double x, double width, double size, bool bold, bool measures = false,
               const Ink& colour = black) {
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
      cairo_set_source_rgb(pen_, colour.red, colour.green, colour.blue);
      pango_cairo_show_layout(pen_, layout);
    }
    pango_font_description_free(font);
    g_object_unref(layout);
    return height;
  }

  void head(const RunSheet& sheet) {
    constexpr double width = page_width - 2 * margin;
    y_ += words(sheet.name, margin, width, 15, true) + 4;
    const auto place = std::string(words_.text("flows.sheet.title")) + " · " + sheet.file + " · " + sheet.model +
                       " · PanelTwin " PANELTWIN_VERSION;
    y_ += words(place, margin, width, 8, false, false, quiet) + 2;
    y_ += words(summary_of(sheet, words_), margin, width, 10, true) + gap;
  }

  void step(const RunSheet::Step& step, std::size_t number, const std::vector<Difference>& changes) {
    const SurfacePointer picture = read(step.picture);
    const double scale = picture ? picture_width / cairo_image_surface_get_width(picture.get()) : 0;
    const double picture_height = picture ? scale * cairo_image_surface_get_height(picture.get()) : 0;
    auto found = std::string(words_.text("flows.sheet." + std::string(name_of(step.verdict))));
    if (step.at) found += "  ·  " + time_words(*step.at);
    const struct {
      std::string text;
      double size;
      bool bold;
      Ink colour;
    } lines[] = {{std::to_string(number) + ".  " + step.text, 10, false, black},
                 {found, 10, true, colour_of(step.verdict)},
                 {step.remark, 9, false, black},
                 {words_of(changes), 7, false, quiet}};
    const double width = page_width - 2 * margin - picture_width - gap;
    const auto write = [&](bool measures) {
      const double top = y_;
      for (const auto& line : lines) {
        if (!line.text.empty()) y_ += words(line.text, margin, width, line.size, line.bold, measures, line.colour);
      }
      const double used = y_ - top;
      y_ = top;
      return used;
    };
    const double height = std::max(write(true), picture_height);
    if (y_ + height > page_height - margin) next_page();
    if (picture) draw(picture.get(), scale);
    write(false);
    y_ += height + gap;
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
  for (std::size_t i = 0; i < sheet.steps.size(); ++i) paper.step(sheet.steps[i], i + 1, changes_at(sheet, i));
  cairo_show_page(pen.get());
  cairo_surface_finish(surface.get());
  if (cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS) return bytes;
  return device::fail(device::FailureKind::output_failed, "the run sheet cannot be drawn");
}

}  // namespace paneltwin::panel
