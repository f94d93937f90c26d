#include "device/paper/cairo_picture.hpp"

#include <cairo-pdf.h>

namespace paneltwin::device {

CairoSurface jpeg_surface(int width, int height, std::string jpeg) {
  CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB16_565, width, height), &cairo_surface_destroy);
  auto* kept = new std::string(std::move(jpeg));
  const auto done = [](void* data) { delete static_cast<std::string*>(data); };
  const auto status =
      cairo_surface_set_mime_data(surface.get(), CAIRO_MIME_TYPE_JPEG,
                                  reinterpret_cast<const unsigned char*>(kept->data()), kept->size(), done, kept);
  if (status != CAIRO_STATUS_SUCCESS) done(kept);
  return surface;
}

CairoSurface pdf_surface(std::string& pdf, double width, double height) {
  const auto append = [](void* to, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
  };
  return {cairo_pdf_surface_create_for_stream(append, &pdf, width, height), &cairo_surface_destroy};
}

}  // namespace paneltwin::device
