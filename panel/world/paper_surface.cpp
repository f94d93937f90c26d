#include "panel/world/paper_surface.hpp"

#include <cstring>

namespace paneltwin::panel {

static int pixels(double mm, int dpi) { return static_cast<int>(std::lround(mm / 25.4 * dpi)); }

PaperSurface::PaperSurface(double width_mm, double height_mm, int dpi)
    : width_(pixels(width_mm, dpi)),
      height_(pixels(height_mm, dpi)),
      dpi_(dpi),
      surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_, height_)),
      pen_(cairo_create(surface_.get())) {
  cairo_set_source_rgb(pen_.get(), 1, 1, 1);
  cairo_paint(pen_.get());
}

device::Result<device::Image> PaperSurface::read() const {
  if (cairo_status(pen_.get()) != CAIRO_STATUS_SUCCESS) {
    return device::fail(device::FailureKind::memory_full, cairo_status_to_string(cairo_status(pen_.get())));
  }
  cairo_surface_flush(surface_.get());
  device::Image image{.width = width_, .height = height_, .dpi = dpi_, .rgb = {}};
  image.rgb.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 3);
  const unsigned char* row = cairo_image_surface_get_data(surface_.get());
  auto* out = image.rgb.data();
  for (int y = 0; y < height_; ++y, row += cairo_image_surface_get_stride(surface_.get())) {
    for (int x = 0; x < width_; ++x) {
      std::uint32_t pixel = 0;
      std::memcpy(&pixel, row + static_cast<std::ptrdiff_t>(x) * 4, 4);
      *out++ = static_cast<std::uint8_t>(pixel >> 16);
      *out++ = static_cast<std::uint8_t>(pixel >> 8);
      *out++ = static_cast<std::uint8_t>(pixel);
    }
  }
  return image;
}

}  // namespace paneltwin::panel
