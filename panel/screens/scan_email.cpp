#include "panel/screens/scan_email.hpp"

#include <utility>

#include "device/jobs/scan_defaults.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/job_progress.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/scan_form.hpp"
#include "panel/screens/send_bar.hpp"
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

static void show(Ui& ui, const Context& context, Rect page, const ScanFormPtr& form) {
  if (!std::exchange(form->begun, true)) form->scan = device::default_scan(context.state.settings);
  page = title_bar(ui, context, page, context.text("screen.scan-email"));
  const bool may_send = !form->scan.recipients.empty() && !form->sending;
  if (send_bar(ui, context, cut_bottom(page, send_bar_height(ui)), may_send)) send(context, form);
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
