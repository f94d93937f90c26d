// PDF from scanned pages: each page has the size of the paper, and the picture on it as JPEG or in one bit a pixel.
#include <cstring>
#include <fstream>

#include <cairo-pdf.h>

#include "device/paper/cairo_picture.hpp"
#include "device/paper/finished_pdf.hpp"
#include "device/paper/jpeg.hpp"
#include "device/paper/page_image.hpp"
#include "device/paper/page_writer.hpp"

namespace paneltwin::device {

namespace {

constexpr double points_an_inch = 72;

using Surface = CairoSurface;

Surface own(cairo_surface_t* surface) { return {surface, &cairo_surface_destroy}; }

cairo_status_t write_to(void* stream, const unsigned char* data, unsigned length) {
  auto& out = *static_cast<std::ofstream*>(stream);
  return out.write(reinterpret_cast<const char*>(data), length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/// Cairo's own order of bits in a byte is that of the machine: the leftmost pixel is the lowest bit here.
std::uint8_t mirrored(std::uint8_t byte) {
  std::uint8_t mirror = 0;
  for (int bit = 0; bit < 8; ++bit) mirror |= static_cast<std::uint8_t>(((byte >> bit) & 1u) << (7 - bit));
  return mirror;
}

Surface bits_surface(const Bits& bits) {
  auto surface = own(cairo_image_surface_create(CAIRO_FORMAT_A1, bits.width, bits.height));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return surface;
  auto* pixels = cairo_image_surface_get_data(surface.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  for (std::size_t row = 0; row < static_cast<std::size_t>(bits.height); ++row) {
    for (std::size_t i = 0; i < bits.stride(); ++i) {
      pixels[row * stride + i] = mirrored(bits.rows[row * bits.stride() + i]);
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

class PdfWriter final : public PageWriter {
 public:
  explicit PdfWriter(const WriterOptions& options)
      : options_(options),
        file_(options.file.string() + ".pdf"),
        out_(file_, std::ios::binary | std::ios::trunc),
        pdf_(own(cairo_pdf_surface_create_for_stream(write_to, &out_, 1, 1))) {
    const auto made = to_iso8601(options.made);
    cairo_pdf_surface_set_metadata(pdf_.get(), CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
    cairo_pdf_surface_set_metadata(pdf_.get(), CAIRO_PDF_METADATA_MOD_DATE, made.c_str());
  }

  Result<void> add(const Image& image) override {
    const double scale = points_an_inch / image.dpi;
    cairo_pdf_surface_set_size(pdf_.get(), image.width * scale, image.height * scale);
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> page(cairo_create(pdf_.get()), &cairo_destroy);
    cairo_scale(page.get(), scale, scale);
    const auto mode = color_mode_for(image, options_.color);
    if (mode == ColorMode::black_and_white) {
      const auto bits = bits_surface(to_bits(image));
      cairo_mask_surface(page.get(), bits.get(), 0, 0);
    } else {
      auto jpeg = encode_jpeg(image, mode == ColorMode::color, options_.jpeg_quality);
      if (!jpeg) return std::unexpected(jpeg.error());
      const auto picture = jpeg_surface(image.width, image.height, std::move(*jpeg));
      cairo_set_source_surface(page.get(), picture.get(), 0, 0);
      cairo_paint(page.get());
    }
    cairo_show_page(page.get());
    return good(cairo_status(page.get()));
  }

  Result<void> finish() override {
    cairo_surface_finish(pdf_.get());
    auto done = good(cairo_surface_status(pdf_.get()));
    out_.close();
    if (done && !out_) done = fail(FailureKind::memory_full, file_.string());
    if (done && options_.format == FileFormat::pdf_a) done = make_archival(file_, options_.made);
    if (done && options_.format == FileFormat::pdf && options_.pdf.any()) done = encrypt(file_, options_.pdf);
    return done ? sync_to_disk(file_) : done;
  }

 private:
  [[nodiscard]] Result<void> good(cairo_status_t status) const {
    if (status == CAIRO_STATUS_SUCCESS) return {};
    return fail(FailureKind::memory_full, file_.string() + ": " + cairo_status_to_string(status));
  }

  WriterOptions options_;
  std::filesystem::path file_;
  std::ofstream out_;
  Surface pdf_;
};

}  // namespace

std::unique_ptr<PageWriter> make_pdf_writer(const WriterOptions& options) {
  return std::make_unique<PdfWriter>(options);
}

}  // namespace paneltwin::device
