#include "panel/screens/start_page.hpp"

#include "panel/screens/administrator.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/job_progress.hpp"
#include "panel/screens/page.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

void show_announcement(Ui& ui, const Rect& area, char32_t icon, const std::string& text) {
  const auto& theme = ui.theme();
  const float widest = std::min(area.width - 4 * theme.margin, ui.mm(130));
  const float width = balanced_width(ui, text, theme.body, widest);
  const float words = paragraph_height(ui, text, theme.body, width), picture = ui.mm(18);
  Rect block = centred(area, width, words + picture);
  const Rect at = cut_top(block, picture);
  ui.canvas().icon(at.x + at.width / 2, at.y + at.height / 2 - ui.mm(2), theme.large_icon, theme.accent, icon);
  paragraph(ui, block, "message", text, {theme.body, theme.text, Align::centre});
}

static void start(const Context& context, const device::Command& command) {
  context.post(command, [](const Context& now, device::Result<std::int64_t> receipt) {
    if (!receipt) return now.stage.ask(failure_message(now, receipt.error()));
    now.stage.open_sheet(job_progress(*receipt));
  });
}

static void show(Ui& ui, const Context& context, Rect area, const StartPage& page) {
  area = title_bar(ui, context, area, context.text(page.title));
  const Button key{.id = "print", .text = context.text(page.key), .primary = true, .starts = true, .is_default = true};
  if (bottom_key(ui, area, key)) {
    const auto act = [command = page.command](const Context& now) { start(now, command); };
    page.locked ? when_unlocked(context, act) : act(context);
  }
  show_announcement(ui, area, page.icon, context.text(page.message));
}

Screen start_page(std::string id, StartPage page) {
  return {std::move(id), [page = std::move(page)](Ui& ui, const Context& context, const Rect& area) {
            show(ui, context, area, page);
          }};
}

}  // namespace paneltwin::panel
