#include "panel/screens/supply_status.hpp"

#include <cmath>

#include "device/names.hpp"
#include "panel/render/icons.hpp"
#include "panel/screens/page.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"

namespace paneltwin::panel {

namespace {

constexpr Colour rgb(std::uint32_t red, std::uint32_t green, std::uint32_t blue) {
  return {0xFF000000 | blue << 16 | green << 8 | red};
}

/// What Web Config of the real machine paints its ink tanks with (panel facts 1.3), whatever the theme: ink is ink.
Colour ink_of(device::Supply supply) {
  switch (supply) {
    case device::Supply::black:
      return rgb(0x00, 0x00, 0x00);
    case device::Supply::yellow:
      return rgb(0xFF, 0xF2, 0x00);
    case device::Supply::magenta:
      return rgb(0xED, 0x00, 0x8C);
    case device::Supply::cyan:
      return rgb(0x00, 0xAE, 0xEF);
    case device::Supply::maintenance_box:
      return rgb(0x63, 0x63, 0x11);
  }
  return {};
}
constexpr Colour empty_tank = rgb(0xFF, 0xFF, 0xFF);

const char* state_key(const device::SupplyLevel& supply) {
  return supply.is_out() ? "supply.replace" : supply.is_low() ? "supply.low" : "supply.good";
}

/// What is left in a tank rises from below; in the maintenance box it is the room that is left.
void tank(Ui& ui, const Rect& rect, const device::SupplyLevel& supply) {
  auto& canvas = ui.canvas();
  const float edge = std::max(1.0f, std::round(ui.mm(0.3)));
  canvas.fill(rect, ui.theme().secondary, ui.theme().radius);
  Rect inside = inset(rect, edge);
  canvas.fill(inside, empty_tank, ui.theme().radius);
  const float full = static_cast<float>(supply.left) / static_cast<float>(device::full_supply);
  const float height = supply.is_out() ? 0 : std::max(ui.mm(1), std::round(inside.height * full));
  if (height > 0) canvas.fill(cut_bottom(inside, height), ink_of(supply.supply), ui.theme().radius * 0.6f);
}

void column(Ui& ui, const Context& context, Rect place, const device::SupplyLevel& supply) {
  const auto& theme = ui.theme();
  const std::string name(device::name_of(supply.supply));
  const auto percent = context.text("supply.percent", {{"count", std::to_string(supply.percent())}});
  ui.open({.role = "supply",
           .id = "supply-" + name,
           .text = context.text("supply." + name),
           .value = percent,
           .rect = place});
  const bool fine = !supply.is_low();
  Rect state = cut_bottom(place, ui.mm(6));
  const Rect level = cut_bottom(place, ui.mm(5.5));
  Rect title = cut_top(place, ui.mm(7));
  label(ui, title, "name", context.text("supply.short." + name), {theme.strong, theme.text, Align::centre});
  tank(ui, centred(place, std::min(place.width - ui.mm(2), ui.mm(16)), place.height - ui.mm(1)), supply);
  label(ui, level, "level", percent, {theme.body, theme.text, Align::centre});
  label(ui, state, "state", context.text(state_key(supply)),
        {theme.small,
         fine              ? theme.secondary
         : supply.is_out() ? theme.error
                           : theme.warning,
         Align::centre});
  if (!fine) {
    ui.canvas().icon(place.x + place.width / 2, place.y + place.height * 0.3f, theme.icon,
                     supply.is_out() ? theme.error : theme.warning, icon::alert);
  }
  ui.close();
}

void show_supply_status(Ui& ui, const Context& context, Rect page) {
  const auto& theme = ui.theme();
  page = title_bar(ui, context, page, context.text("screen.supply-status"));
  Rect note = cut_bottom(page, ui.mm(8));
  label(ui, note, "note", context.text("supply.note"), {theme.small, theme.secondary, Align::centre});
  const auto& supplies = context.state.conditions.supplies;
  const auto columns = static_cast<float>(supplies.size());
  const float width = std::min(std::round(page.width / (columns + 1)), ui.mm(34));
  const float gap = ui.mm(1);
  Rect block =
      centred(page, width * columns + gap * (columns - 1), std::min(page.height - 2 * theme.margin, ui.mm(80)));
  ui.canvas().shadow(inset(block, -ui.mm(3), -ui.mm(1.5)), theme.shadow, theme.radius, ui.mm(1.5));
  ui.canvas().fill(inset(block, -ui.mm(3), -ui.mm(1.5)), theme.surface, theme.radius * 1.5f);
  for (const auto& supply : supplies) {
    column(ui, context, cut_left(block, width), supply);
    cut_left(block, gap);
  }
}

}  // namespace

Screen supply_status_screen() { return {"supply-status", show_supply_status}; }

}  // namespace paneltwin::panel
