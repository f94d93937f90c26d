#include "panel/screens/status_sheet.hpp"

#include "panel/render/icons.hpp"
#include "panel/screens/administrator.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/job_progress.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/start_page.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

void print_sheet(const Context& context, const std::string& sheet) {
  context.post(device::command::PrintStatusSheet{sheet}, [](const Context& now, device::Result<std::int64_t> receipt) {
    if (!receipt) return now.stage.ask(failure_message(now, receipt.error()));
    now.stage.open_sheet(job_progress(*receipt));
  });
}

static void show(Ui& ui, const Context& context, Rect page, const device::SheetFile& sheet) {
  page = title_bar(ui, context, page, context.text(sheet.screen));
  const Button key{
      .id = "print", .text = context.text("status_sheet.print"), .primary = true, .starts = true, .is_default = true};
  if (bottom_key(ui, page, key)) {
    when_unlocked(context, [id = sheet.id](const Context& now) { print_sheet(now, id); });
  }
  show_announcement(ui, page, icon::printer, context.text(sheet.message));
}

Screen sheet_screen(const device::SheetFile& sheet) {
  return {sheet.id, [sheet](Ui& ui, const Context& context, Rect page) { show(ui, context, page, sheet); }};
}

}  // namespace paneltwin::panel
