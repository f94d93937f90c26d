#include "panel/screens/status_sheet.hpp"

#include "panel/render/icons.hpp"
#include "panel/screens/administrator.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/job_progress.hpp"
#include "panel/screens/page.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

void print_sheet(const Context& context, const std::string& sheet) {
  context.post(device::command::PrintStatusSheet{sheet}, [](const Context& now, device::Result<std::int64_t> receipt) {
    if (!receipt) return now.stage.ask(failure_message(now, receipt.error()));
    now.stage.open_sheet(job_progress(*receipt));
  });
}

static void show(Ui& ui, const Context& context, Rect page, const device::SheetFile& sheet) {
  const auto& theme = ui.theme();
  page = title_bar(ui, context, page, context.text(sheet.screen));
  const Button key{
      .id = "print", .text = context.text("status_sheet.print"), .primary = true, .starts = true, .is_default = true};
  if (bottom_key(ui, page, key)) {
    when_unlocked(context, [id = sheet.id](const Context& now) { print_sheet(now, id); });
  }
  const auto text = context.text(sheet.message);
  const float width = std::min(page.width - 4 * theme.margin, ui.mm(110));
  const float words = paragraph_height(ui, text, theme.body, width), picture = ui.mm(18);
  Rect block = centred(page, width, words + picture);
  const Rect at = cut_top(block, picture);
  ui.canvas().icon(at.x + at.width / 2, at.y + at.height / 2 - ui.mm(2), theme.large_icon, theme.accent, icon::printer);
  paragraph(ui, block, "message", text, {theme.body, theme.text, Align::centre});
}

Screen sheet_screen(const device::SheetFile& sheet) {
  return {sheet.id, [sheet](Ui& ui, const Context& context, Rect page) { show(ui, context, page, sheet); }};
}

}  // namespace paneltwin::panel
