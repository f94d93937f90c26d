#include "panel/screens/scan_page.hpp"

#include <utility>

#include "device/jobs/scan_defaults.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/job_progress.hpp"
#include "panel/screens/memory_print.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/scan_form.hpp"
#include "panel/screens/start_bar.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

using device::ScanDestination;

static void send(const Context& context, const ScanFormPtr& form) {
  form->sending = true;
  context.post(device::command::StartScan{form->scan}, [form](const Context& now, device::Result<std::int64_t> result) {
    form->sending = false;
    if (!result) return now.stage.ask(failure_message(now, result.error()));
    now.stage.open_sheet(job_progress(*result));
  });
}

static const char* screen_id(ScanDestination destination) {
  switch (destination) {
    case ScanDestination::email:
      return "scan-email";
    case ScanDestination::folder:
      return "scan-folder";
    case ScanDestination::memory_device:
      break;
  }
  return "scan-memory-device";
}

/// Recipient or Destination, and Scan Settings; a memory device needs no first one.
static void show_tabs(Ui& ui, const Context& context, Rect page, const ScanFormPtr& form) {
  const bool email = form->scan.destination == ScanDestination::email;
  const auto count = form->destinations();
  auto whereto = context.text(email ? "scan.recipient" : "scan.destination");
  if (count > 0) whereto += " (" + std::to_string(count) + ")";
  form->tab = tabs(ui, cut_top(page, ui.theme().touch),
                   {{"recipient-tab", whereto}, {"scan-settings-tab", context.text("scan.settings")}}, form->tab);
  if (form->tab == 1) return show_scan_settings(ui, context, page, form);
  email ? show_recipients(ui, context, page, form) : show_folders(ui, context, page, form);
}

/// A form that no preset filled begins as User Settings say.
static void begin(const Context& context, ScanForm& form) {
  if (std::exchange(form.begun, true)) return;
  const auto destination = form.scan.destination;
  form.scan = device::default_scan(context.state.settings);
  form.scan.destination = destination;
}

static void show(Ui& ui, const Context& context, Rect page, const ScanFormPtr& form) {
  begin(context, *form);
  page = title_bar(ui, context, page, context.text(std::string("screen.") + screen_id(form->scan.destination)));
  const bool to_stick = form->scan.destination == ScanDestination::memory_device;
  const bool goes_somewhere = to_stick ? context.state.memory_device.has_value() : form->destinations() > 0;
  const auto tap = start_bar(ui, context, cut_bottom(page, start_bar_height(ui)),
                             {.id = "send",
                              .text = context.text(to_stick ? "scan.save" : "scan.send"),
                              .enabled = goes_somewhere && !form->sending});
  if (to_stick && !context.state.memory_device) {
    no_memory_device(ui, context, page);
  } else if (to_stick) {
    show_scan_settings(ui, context, page, form);
  } else {
    show_tabs(ui, context, page, form);
  }
  if (tap.start) send(context, form);
  if (tap.star) name_preset(context, {.scan = form->scan});
}

static Screen scan_screen(std::string id, const device::ScanRequest& scan, std::size_t tab = 0, bool begun = false) {
  auto form = std::make_shared<ScanForm>();
  form->scan = scan;
  form->tab = tab;
  form->begun = begun;
  return {std::move(id), [form](Ui& ui, const Context& context, const Rect& page) { show(ui, context, page, form); }};
}

Screen scan_email_screen() { return scan_screen("scan-email", {}); }
Screen scan_email_settings_screen() { return scan_screen("scan-email-settings", {}, 1); }
Screen scan_folder_screen() { return scan_screen("scan-folder", {.destination = ScanDestination::folder}); }
Screen scan_memory_device_screen() {
  return scan_screen("scan-memory-device", {.destination = ScanDestination::memory_device});
}
Screen scan_screen_with(const device::ScanRequest& scan) {
  return scan_screen(screen_id(scan.destination), scan, 0, true);
}

}  // namespace paneltwin::panel
