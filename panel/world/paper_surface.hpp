// White paper to draw an original on, and what the scanner reads off it.
#pragma once

#include <cmath>
#include <memory>

#include <cairo.h>

#include "device/ports/originals.hpp"

namespace paneltwin::panel {

struct CairoDestroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};
using SurfacePointer = std::unique_ptr<cairo_surface_t, CairoDestroy>;
using PenPointer = std::unique_ptr<cairo_t, CairoDestroy>;

class PaperSurface {
 public:
  /// A white sheet; pixels at `dpi`.
  PaperSurface(double width_mm, double height_mm, int dpi);
  /// Draws in pixels from the top left.
  [[nodiscard]] cairo_t* pen() const { return pen_.get(); }
  /// memory_full when the sheet could not be had.
  [[nodiscard]] device::Result<device::Image> read() const;

 private:
  int width_, height_, dpi_;
  SurfacePointer surface_;
  PenPointer pen_;
};

}  // namespace paneltwin::panel
