// PNG and JPEG sheets: one picture, at its own resolution where it says one, else filling an A4 sheet.
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <mutex>

#include <jpeglib.h>
#include <png.h>

#include "panel/world/decoded_picture.hpp"
#include "panel/world/original_file.hpp"
#include "panel/world/paper_surface.hpp"

namespace paneltwin::panel {

using device::FailureKind;

namespace {

constexpr double a4_short_mm = 210, a4_long_mm = 297;

/// Cairo's own pixels: 32 bits, blue lowest.
SurfacePointer surface_of(const Decoded& picture) {
  SurfacePointer surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
  unsigned char* row = cairo_image_surface_get_data(surface.get());
  const auto* in = picture.rgb.data();
  for (int y = 0; y < picture.height; ++y, row += cairo_image_surface_get_stride(surface.get())) {
    for (int x = 0; x < picture.width; ++x, in += 3) {
      const std::uint32_t pixel =
          static_cast<std::uint32_t>(in[0]) << 16 | static_cast<std::uint32_t>(in[1]) << 8 | in[2];
      std::memcpy(row + static_cast<std::ptrdiff_t>(x) * 4, &pixel, 4);
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

class PictureOriginal final : public OriginalFile {
 public:
  PictureOriginal(SurfacePointer picture, double dpi) : picture_(std::move(picture)) {
    const double width = cairo_image_surface_get_width(picture_.get()),
                 height = cairo_image_surface_get_height(picture_.get());
    const double own_width = dpi > 0 ? width / dpi * 25.4 : 0, own_height = dpi > 0 ? height / dpi * 25.4 : 0;
    const bool believable =
        std::min(own_width, own_height) >= shortest_sheet_mm && std::max(own_width, own_height) <= longest_sheet_mm;
    sheet_width_ = believable ? own_width : width > height ? a4_long_mm : a4_short_mm;
    sheet_height_ = believable ? own_height : width > height ? a4_short_mm : a4_long_mm;
  }

  [[nodiscard]] int pages() const override { return 1; }

  device::Result<device::Image> scan(int page, int dpi) override {
    if (page != 0) return device::fail(FailureKind::no_original, "there is one page");
    const std::lock_guard lock(mutex_);
    const PaperSurface paper(sheet_width_, sheet_height_, dpi);
    const double width = cairo_image_surface_get_width(picture_.get()),
                 height = cairo_image_surface_get_height(picture_.get());
    const double paper_width = sheet_width_ / 25.4 * dpi, paper_height = sheet_height_ / 25.4 * dpi;
    const double scale = std::min(paper_width / width, paper_height / height);
    cairo_translate(paper.pen(), (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
    cairo_scale(paper.pen(), scale, scale);
    cairo_set_source_surface(paper.pen(), picture_.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(paper.pen()), CAIRO_FILTER_GOOD);
    cairo_paint(paper.pen());
    return paper.read();
  }

 private:
  std::mutex mutex_;
  SurfacePointer picture_;
  double sheet_width_ = 0, sheet_height_ = 0;  // mm
};

bool is_too_large(std::size_t width, std::size_t height) {
  return width == 0 || height == 0 || height > picture_limit / width;
}

// libpng's and libjpeg's way of failing is a long jump: between setjmp and the end nothing with a destructor is made.

struct PngSource {
  std::string_view content;
  std::size_t at = 0;
};

void read_png_bytes(png_structp png, png_bytep out, png_size_t count) {
  auto& source = *static_cast<PngSource*>(png_get_io_ptr(png));
  if (count > source.content.size() - source.at) png_error(png, "is cut short");
  std::memcpy(out, source.content.data() + source.at, count);
  source.at += count;
}

void keep_png_error(png_structp png, png_const_charp message) {
  std::snprintf(static_cast<char*>(png_get_error_ptr(png)), 200, "%s", message);
  png_longjmp(png, 1);
}

void ignore_png_warning(png_structp, png_const_charp) {}

bool decode_png(png_structp png, png_infop info, PngSource& source, Decoded& out, std::vector<png_bytep>& rows) {
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_set_read_fn(png, &source, read_png_bytes);
  png_read_info(png, info);
  const auto width = png_get_image_width(png, info), height = png_get_image_height(png, info);
  if (is_too_large(width, height)) png_error(png, "has more than 60 million pixels");
  png_color_16 white{0, 0xffff, 0xffff, 0xffff, 0xffff};
  png_set_expand(png);
  png_set_strip_16(png);
  png_set_gray_to_rgb(png);
  if (png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA || png_get_valid(png, info, PNG_INFO_tRNS)) {
    png_set_background(png, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
  }
  const auto passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  if (png_get_rowbytes(png, info) != static_cast<png_size_t>(width) * 3)
    png_error(png, "has channels that cannot be read");
  out.width = static_cast<int>(width);
  out.height = static_cast<int>(height);
  out.dpi = png_get_pixels_per_meter(png, info) * 0.0254;
  out.rgb.resize(static_cast<std::size_t>(width) * height * 3);
  rows.resize(height);
  for (png_uint_32 y = 0; y < height; ++y) rows[y] = out.rgb.data() + static_cast<std::size_t>(y) * width * 3;
  for (int pass = 0; pass < passes; ++pass) png_read_rows(png, rows.data(), nullptr, height);
  return true;
}

struct JpegErrors {
  jpeg_error_mgr base;
  std::jmp_buf back;
  char message[JMSG_LENGTH_MAX];
};

void keep_jpeg_error(j_common_ptr info) {
  auto* errors = reinterpret_cast<JpegErrors*>(info->err);
  info->err->format_message(info, errors->message);
  std::longjmp(errors->back, 1);
}

void ignore_jpeg_message(j_common_ptr) {}

bool decode_jpeg(jpeg_decompress_struct& info, JpegErrors& errors, std::string_view content, Decoded& out) {
  if (setjmp(errors.back) != 0) return false;
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(content.data()), content.size());
  jpeg_read_header(&info, TRUE);
  if (is_too_large(info.image_width, info.image_height)) {
    std::snprintf(errors.message, sizeof errors.message, "has more than 60 million pixels");
    return false;
  }
  info.out_color_space = JCS_RGB;
  jpeg_start_decompress(&info);
  out.width = static_cast<int>(info.output_width);
  out.height = static_cast<int>(info.output_height);
  out.dpi = info.density_unit == 1 ? info.X_density : info.density_unit == 2 ? info.X_density * 2.54 : 0;
  const std::size_t stride = static_cast<std::size_t>(info.output_width) * 3;
  out.rgb.resize(stride * info.output_height);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = out.rgb.data() + stride * info.output_scanline;
    jpeg_read_scanlines(&info, &row, 1);
  }
  jpeg_finish_decompress(&info);
  return true;
}

}  // namespace

device::Result<std::unique_ptr<OriginalFile>> sheet_of(const Decoded& picture) {
  auto surface = surface_of(picture);
  if (!surface) return device::fail(FailureKind::memory_full, "is too large");
  return std::make_unique<PictureOriginal>(std::move(surface), picture.dpi);
}

device::Result<std::unique_ptr<OriginalFile>> open_png_original(std::string_view content) {
  char message[200] = "is damaged";
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, message, keep_png_error, ignore_png_warning);
  png_infop info = png_create_info_struct(png);
  PngSource source{content};
  Decoded picture;
  std::vector<png_bytep> rows;
  const bool good = decode_png(png, info, source, picture, rows);
  png_destroy_read_struct(&png, &info, nullptr);
  if (!good) return device::fail(FailureKind::invalid_value, message);
  return sheet_of(picture);
}

device::Result<std::unique_ptr<OriginalFile>> open_jpeg_original(std::string_view content) {
  jpeg_decompress_struct info{};
  JpegErrors errors{};
  info.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = keep_jpeg_error;
  errors.base.output_message = ignore_jpeg_message;
  Decoded picture;
  const bool good = decode_jpeg(info, errors, content, picture);
  jpeg_destroy_decompress(&info);
  if (!good) return device::fail(FailureKind::invalid_value, errors.message);
  return sheet_of(picture);
}

}  // namespace paneltwin::panel
