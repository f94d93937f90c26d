#include "panel/window/body.hpp"

#include <cmath>

#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

namespace {

// Millimetres of the machine around the glass.
constexpr double frame_left = 9, frame_right = 22, frame_top = 9, frame_bottom = 11, corner = 5;

constexpr Colour rgb(std::uint32_t red, std::uint32_t green, std::uint32_t blue) {
  return {0xFF000000 | blue << 16 | green << 8 | red};
}
constexpr Colour graphite = rgb(46, 49, 54), graphite_edge = rgb(66, 70, 76), groove = rgb(16, 17, 19),
                 key_face = rgb(58, 62, 68), key_pressed = rgb(84, 90, 98), key_sign = rgb(222, 226, 231),
                 lamp_off = rgb(30, 32, 35), lamp_power = rgb(120, 214, 255), lamp_busy = rgb(110, 170, 255),
                 lamp_error = rgb(255, 132, 60);

Reaction body_key(Ui& ui, const Rect& rect, const std::string& id, const std::string& text, char32_t sign) {
  const auto reaction = ui.add({.role = "key", .id = id, .text = text, .rect = rect, .pressable = true});
  auto& canvas = ui.canvas();
  const float x = rect.x + rect.width / 2, y = rect.y + rect.height / 2, radius = rect.width / 2;
  canvas.circle(x, y, radius, groove);
  canvas.circle(x, y, radius * 0.94f, reaction.pressed ? key_pressed : key_face);
  if (reaction.focused) canvas.ring(x, y, radius * 0.98f, ui.theme().focus, 2);
  canvas.icon(x, y, {FontStyle::Family::icons, static_cast<int>(radius)}, key_sign, sign);
  return reaction;
}

void lamp(Ui& ui, const Rect& rect, const std::string& id, const std::string& text, bool on, Colour lit) {
  ui.add({.role = "lamp", .id = id, .text = text, .value = on ? "on" : "off", .rect = rect});
  auto& canvas = ui.canvas();
  const float x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
  if (on) canvas.circle(x, y, rect.width * 0.95f, lit.faded(0.25f));
  canvas.circle(x, y, rect.width * 0.4f, on ? lit : lamp_off);
}

}  // namespace

Rect body_size(int glass_width, int glass_height, double pixels_per_mm) {
  return {0, 0, std::round(static_cast<float>(glass_width + (frame_left + frame_right) * pixels_per_mm)),
          std::round(static_cast<float>(glass_height + (frame_top + frame_bottom) * pixels_per_mm))};
}

BodyLayout lay_out_body(const Rect& room, int glass_width, int glass_height, double pixels_per_mm) {
  const Rect whole = body_size(glass_width, glass_height, pixels_per_mm);
  float scale = std::min(room.width / whole.width, room.height / whole.height);
  if (scale >= 1) scale = std::floor(scale);
  BodyLayout layout;
  layout.mm = static_cast<float>(pixels_per_mm) * scale;
  layout.body = centred(room, whole.width * scale, whole.height * scale);
  layout.glass = {std::round(layout.body.x + static_cast<float>(frame_left) * layout.mm),
                  std::round(layout.body.y + static_cast<float>(frame_top) * layout.mm),
                  static_cast<float>(glass_width) * scale, static_cast<float>(glass_height) * scale};
  return layout;
}

double scale_of(const BodyLayout& layout, int glass_width) {
  return static_cast<double>(layout.glass.width) / glass_width;
}

BodyKeys show_body(Ui& ui, const BodyLayout& layout, const device::State& state, const device::Catalogue& words) {
  auto& canvas = ui.canvas();
  const auto mm = [&](double length) { return static_cast<float>(length) * layout.mm; };
  canvas.shadow(layout.body, rgb(0, 0, 0).faded(0.35f), mm(corner), mm(3));
  canvas.around(layout.glass, [&] {
    canvas.fill(layout.body, graphite_edge, mm(corner));
    canvas.fill(inset(layout.body, mm(0.4)), graphite, mm(corner - 0.4));
    canvas.fill(inset(layout.glass, -mm(1.2)), groove, mm(1));
  });

  const float column = layout.glass.x + layout.glass.width + mm(frame_right / 2 + 0.6);
  const auto round_key = [&](float y) { return Rect{column - mm(5), y - mm(5), mm(10), mm(10)}; };
  const auto small_lamp = [&](float y) { return Rect{column - mm(1.2), y - mm(1.2), mm(2.4), mm(2.4)}; };
  const auto text = [&](std::string_view key) { return std::string(words.text(key)); };
  const float top = layout.glass.y, bottom = layout.glass.y + layout.glass.height;

  BodyKeys keys;
  const auto power = body_key(ui, round_key(top + mm(7)), "power-key", text("body.power"), icon::power);
  keys.power_down = power.pressed;
  if (power.tapped) keys.tapped = BodyKey::power;
  lamp(ui, small_lamp(top + mm(15)), "power-lamp", text("body.power_lamp"), state.power != device::PowerState::off,
       lamp_power);
  lamp(ui, small_lamp(top + mm(20)), "data-lamp", text("body.data_lamp"), !state.active.empty(), lamp_busy);
  lamp(ui, small_lamp(top + mm(25)), "error-lamp", text("body.error_lamp"), !state.device_errors.empty(), lamp_error);
  if (body_key(ui, round_key(bottom - mm(7)), "home-key", text("body.home"), icon::home).tapped) {
    keys.tapped = BodyKey::home;
  }
  return keys;
}

}  // namespace paneltwin::panel
