#include "panel/screens/scan_mine.hpp"

#include <utility>

#include "device/jobs/scan_defaults.hpp"
#include "panel/render/icons.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/job_progress.hpp"
#include "panel/screens/own_sign_in.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/scan_form.hpp"
#include "panel/screens/send_bar.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

static void send(const Context& context, const ScanFormPtr& form, bool to_folder) {
  form->sending = true;
  device::Command command = device::command::ScanToMyEmail{form->scan};
  if (to_folder) command = device::command::ScanToMyFolder{form->scan};
  context.post(std::move(command), [form](const Context& now, device::Result<std::int64_t> result) {
    form->sending = false;
    if (!result) return now.stage.ask(failure_message(now, result.error()));
    now.stage.open_sheet(job_progress(*result));
  });
}

/// The destination, which nobody can change here, over the scan settings.
static void show(Ui& ui, const Context& context, Rect page, const ScanFormPtr& form, bool to_folder) {
  const auto& user = context.state.users.user;
  if (!std::exchange(form->begun, true)) {
    form->scan = device::default_scan(context.state.settings);
    // What a message alone has is not asked for.
    if (to_folder) form->scan.destination = device::ScanDestination::folder;
  }
  page = title_bar(ui, context, page, context.text(to_folder ? "screen.scan-my-folder" : "screen.scan-my-email"));
  const bool may_send = user && (to_folder || !user->email.empty()) && !form->sending;
  if (send_bar(ui, context, cut_bottom(page, send_bar_height(ui)), may_send)) send(context, form, to_folder);
  Row destination{.id = "my-destination",
                  .text = context.text(to_folder ? "users.folder" : "scan.recipient"),
                  .icon = to_folder ? icon::folder_account : icon::email,
                  .end = Row::End::nothing};
  if (user) destination.value = to_folder ? user->id : user->email;
  if (user && !to_folder && user->email.empty()) {
    destination.value = context.text("users.no_email");
    destination.alert = true;
  }
  row(ui, cut_top(page, ui.theme().row), destination);
  show_scan_settings(ui, context, page, form);
}

Screen scan_my_email_screen() {
  return {"scan-my-email", [form = std::make_shared<ScanForm>(), sign_in = std::make_shared<SignInForm>()](
                               Ui& ui, const Context& context, Rect page) {
            if (needs_own_sign_in(context)) return show_own_sign_in(ui, context, page, sign_in);
            sign_in->begun = false;
            show(ui, context, page, form, false);
          }};
}

Screen scan_my_folder_screen() {
  return {"scan-my-folder", [form = std::make_shared<ScanForm>()](Ui& ui, const Context& context, const Rect& page) {
            show(ui, context, page, form, true);
          }};
}

}  // namespace paneltwin::panel
