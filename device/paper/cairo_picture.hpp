// Pictures for Cairo's PDF surface, which carries their JPEG as it is.
#pragma once

#include <memory>
#include <string>

#include <cairo.h>

namespace paneltwin::device {

using CairoSurface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using CairoPen = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

/// A surface of this size that carries `jpeg`; its own pixels are never looked at, and cost little memory.
CairoSurface jpeg_surface(int width, int height, std::string jpeg);

/// A PDF whose first page has this size in points; `pdf` grows until the surface is finished, and must outlive it.
CairoSurface pdf_surface(std::string& pdf, double width, double height);

}  // namespace paneltwin::device
