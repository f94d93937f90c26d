#include "panel/screens/page.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "panel/render/icons.hpp"
#include "panel/screens/administrator.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/stage.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"

namespace paneltwin::panel {

float tool_bar_width(const Ui& ui) { return is_roomy(ui) ? std::round(ui.mm(20)) : 0; }

void job_status_key(Ui& ui, const Context& context, const Rect& rect, bool caption) {
  const auto& state = context.state;
  const bool tapped = icon_button(ui, rect,
                                  {.id = "job-status",
                                   .text = context.text("screen.job-status"),
                                   .icon = icon::clipboard,
                                   .badge = static_cast<int>(state.active.size()),
                                   .alert = !state.device_errors.empty(),
                                   .caption = caption,
                                   .selected = context.stage.page().id == "job-status"});
  if (tapped && context.stage.page().id != "job-status") context.stage.go("job-status");
}

static void home_key(Ui& ui, const Context& context, const Rect& rect, bool caption) {
  const bool at_home = context.stage.depth() == 1;
  if (icon_button(ui, rect,
                  {.id = "home",
                   .text = context.text("key.home"),
                   .icon = icon::home,
                   .caption = caption,
                   .selected = at_home})) {
    context.stage.home();
  }
}

/// Screens whose form begins anew, as User Settings say, with the Reset key.
constexpr std::string_view forms[] = {"copy", "scan-email",   "scan-folder",   "scan-memory-device",
                                      "fax",  "memory-print", "scan-my-folder"};

static void reset_key(Ui& ui, const Context& context, const Rect& rect) {
  if (std::ranges::find(forms, context.stage.page().id) == std::end(forms)) return;
  if (icon_button(ui, rect, {.id = "reset", .text = context.text("key.reset"), .icon = icon::undo, .caption = true})) {
    context.stage.renew();
    context.stage.say(context.text("key.reset.done"));
  }
}

/// Lit while it is on; greyed where nothing prints that could make room.
static void interrupt_key(Ui& ui, const Context& context, const Rect& rect) {
  const auto& state = context.state;
  const bool on = state.interruption.has_value();
  if (!icon_button(ui, rect,
                   {.id = "interrupt",
                    .text = context.text("key.interrupt"),
                    .icon = icon::pause,
                    .value = context.text(on ? "value.on" : "value.off"),
                    .caption = true,
                    .enabled = on || (device::can_be_interrupted(state.active) &&
                                      (state.users.may(device::Right::copy) || state.admin.panel_logged_in)),
                    .selected = on})) {
    return;
  }
  context.post(device::command::SetInterrupt{!on},
               [on](const Context& now, const device::Result<std::int64_t>& result) {
                 if (!result) return now.stage.ask(failure_message(now, result.error()));
                 now.stage.say(now.text(on ? "key.interrupt.off" : "key.interrupt.on"));
               });
}

void tool_bar(Ui& ui, const Context& context, const Rect& bar) {
  const auto& theme = ui.theme();
  ui.canvas().fill(bar, theme.bar);
  ui.canvas().line(bar.x + 0.5f, bar.y, bar.x + 0.5f, bar.y + bar.height, theme.divider, 1);
  ui.open({.role = "toolbar", .id = "tool-bar", .rect = bar});
  Rect rest = inset(bar, ui.mm(0.5), ui.mm(1));
  home_key(ui, context, cut_top(rest, ui.mm(16)), true);
  cut_top(rest, ui.mm(1));
  job_status_key(ui, context, cut_top(rest, ui.mm(16)), true);
  cut_top(rest, ui.mm(1));
  if (context.model.has("copy")) {
    interrupt_key(ui, context, cut_top(rest, ui.mm(16)));
    cut_top(rest, ui.mm(1));
  }
  reset_key(ui, context, cut_top(rest, ui.mm(16)));
  if (has_lock_key(context)) lock_key(ui, context, cut_bottom(rest, ui.mm(16)), true);
  ui.close();
}

Rect title_bar(Ui& ui, const Context& context, Rect page, const std::string& title) {
  const auto& theme = ui.theme();
  Rect bar = cut_top(page, theme.bar_height);
  ui.canvas().fill(bar, theme.bar);
  const float y = bar.y + bar.height - 0.5f;
  ui.canvas().line(bar.x, y, bar.x + bar.width, y, theme.divider, 1);
  if (context.stage.depth() > 1) {
    if (icon_button(ui, cut_left(bar, ui.mm(11)),
                    {.id = "back", .text = context.text("key.back"), .icon = icon::arrow_left, .leaves = true})) {
      context.stage.back();
    }
  } else {
    cut_left(bar, theme.margin);
  }
  if (!is_roomy(ui)) {
    home_key(ui, context, cut_right(bar, ui.mm(10)), false);
    job_status_key(ui, context, cut_right(bar, ui.mm(10)), false);
  }
  if (ui.canvas().glyphs().width(theme.title, title) <= bar.width) {
    label(ui, bar, "title", title, {theme.title, theme.text});
  } else {  // on the small glass in two lines, rather than cut
    const float height = paragraph_height(ui, title, theme.strong, bar.width);
    paragraph(ui, inset(bar, 0, std::max(0.0f, (bar.height - height) / 2)), "title", title, {theme.strong, theme.text});
  }
  return page;
}

bool bottom_key(Ui& ui, Rect& page, const Button& key) {
  Rect bar = inset(cut_bottom(page, ui.theme().touch + ui.mm(4)), ui.theme().margin, ui.mm(2));
  return button(ui, cut_right(bar, std::max(button_width(ui, key), ui.mm(34))), key);
}

}  // namespace paneltwin::panel
