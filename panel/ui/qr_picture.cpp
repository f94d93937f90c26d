#include "panel/ui/qr_picture.hpp"

#include <algorithm>
#include <cmath>

#include "net/qr/qr_code.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

void qr_picture(Ui& ui, const Rect& area, const std::string& id, const std::string& content) {
  const auto code = net::QrCode::of(content);
  if (!code) return;
  constexpr int quiet = 4;
  const int modules = code->size + 2 * quiet;
  const float module = std::floor(std::min(area.width, area.height) / static_cast<float>(modules));
  const float side = module * static_cast<float>(modules);
  const Rect paper = centred(area, side, side);
  ui.add({.role = "image", .id = id, .text = content, .rect = paper});
  ui.canvas().fill(paper, Colour{0xFFFFFFFF});
  for (int y = 0; y < code->size; ++y) {
    for (int x = 0; x < code->size; ++x) {
      if (!code->is_dark(x, y)) continue;
      ui.canvas().fill({paper.x + module * static_cast<float>(x + quiet),
                        paper.y + module * static_cast<float>(y + quiet), module, module},
                       Colour{0xFF000000});
    }
  }
}

}  // namespace paneltwin::panel
