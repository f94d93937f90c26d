#include "panel/automation/panel_camera.hpp"

#include <cmath>

#include "device/paper/jpeg.hpp"

namespace paneltwin::panel {

static std::string jpeg_of(Panel& panel) {
  panel.settle();
  const auto picture = panel.picture();
  constexpr double mm_per_inch = 25.4;
  device::Image image{.width = picture.width,
                      .height = picture.height,
                      .dpi = static_cast<int>(std::lround(panel.model().pixels_per_mm() * mm_per_inch))};
  image.rgb.reserve(picture.rgba.size() / 4 * 3);
  for (std::size_t i = 0; i + 3 < picture.rgba.size(); i += 4) {
    image.rgb.insert(image.rgb.end(), &picture.rgba[i], &picture.rgba[i] + 3);
  }
  return device::encode_jpeg(image, true).value_or("");
}

PanelCamera::PanelCamera(Machine& machine, Driver& driver) : machine_(machine) {
  auto take = [&machine, &driver](std::move_only_function<void(std::string)> done) {
    driver.post([&machine, done = std::move(done)](Panel& panel) mutable {
      machine.loop().post([done = std::move(done), jpeg = jpeg_of(panel)]() mutable { done(std::move(jpeg)); });
    });
  };
  machine_.loop().sync([&] { machine_.web_config().see_panel(std::move(take)); });
}

PanelCamera::~PanelCamera() {
  machine_.loop().sync([this] { machine_.web_config().see_panel({}); });
}

}  // namespace paneltwin::panel
