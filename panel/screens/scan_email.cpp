#include "panel/screens/scan_email.hpp"

#include "panel/render/icons.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/job_progress.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/scan_form.hpp"
#include "panel/screens/status_words.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

static void send(const Context& context, const ScanFormPtr& form) {
  form->sending = true;
  context.post(device::command::StartScan{form->scan}, [form](const Context& now, device::Result<std::int64_t> result) {
    form->sending = false;
    if (!result) return now.stage.ask(failure_message(now, result.error()));
    now.stage.open_sheet(job_progress(*result));
  });
}

static void send_bar(Ui& ui, const Context& context, Rect bar, const ScanFormPtr& form) {
  const auto& theme = ui.theme();
  const auto& state = context.state;
  ui.canvas().fill(bar, theme.bar);
  ui.canvas().line(bar.x, bar.y + 0.5f, bar.x + bar.width, bar.y + 0.5f, theme.divider, 1);
  bar = inset(bar, theme.margin, ui.mm(1));
  const Button key{.id = "send",
                   .text = context.text("scan.send"),
                   .primary = true,
                   .enabled = !form->scan.recipients.empty() && !form->sending,
                   .starts = true};
  const bool tapped = button(ui, cut_right(bar, std::max(button_width(ui, key), ui.mm(34))), key);
  cut_right(bar, theme.margin);
  const bool lies = state.feeder || state.glass;
  const Rect sign = cut_left(bar, ui.mm(8));
  ui.canvas().icon(sign.x + ui.mm(2.8), sign.y + sign.height / 2, theme.icon, lies ? theme.accent : theme.secondary,
                   state.feeder ? icon::feeder : icon::document);
  label(ui, bar, "original", original_words(context), {theme.body, lies ? theme.text : theme.secondary});
  if (tapped) send(context, form);
}

static void show(Ui& ui, const Context& context, Rect page, const ScanFormPtr& form) {
  page = title_bar(ui, context, page, context.text("screen.scan-email"));
  send_bar(ui, context, cut_bottom(page, ui.theme().touch + ui.mm(2)), form);
  const auto count = form->scan.recipients.size();
  auto recipients = context.text("scan.recipient");
  if (count > 0) recipients += " (" + std::to_string(count) + ")";
  form->tab = tabs(ui, cut_top(page, ui.theme().touch),
                   {{"recipient-tab", recipients}, {"scan-settings-tab", context.text("scan.settings")}}, form->tab);
  if (form->tab == 0) {
    show_recipients(ui, context, page, form);
  } else {
    show_scan_settings(ui, context, page, form);
  }
}

static Screen scan_screen(std::string id, std::size_t tab) {
  auto form = std::make_shared<ScanForm>();
  form->tab = tab;
  return {std::move(id), [form](Ui& ui, const Context& context, const Rect& page) { show(ui, context, page, form); }};
}

Screen scan_email_screen() { return scan_screen("scan-email", 0); }
Screen scan_email_settings_screen() { return scan_screen("scan-email-settings", 1); }

}  // namespace paneltwin::panel
