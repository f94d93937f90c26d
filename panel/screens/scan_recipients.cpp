// Scan > Email > Recipient: typed addresses and recent ones.
#include <algorithm>

#include "panel/render/icons.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/entry.hpp"
#include "panel/screens/scan_form.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/row_list.hpp"

namespace paneltwin::panel {

bool ScanForm::has(const std::string& address) const {
  return std::ranges::find(scan.recipients, address) != scan.recipients.end();
}

void ScanForm::add(const std::string& address) {
  if (!has(address) && !is_full()) scan.recipients.push_back(address);
}

void ScanForm::remove(const std::string& address) { std::erase(scan.recipients, address); }

static void say_full(const Context& context) {
  context.stage.ask(
      message(context, "too-many-recipients", Question::Sign::information,
              context.text("scan.too_many_recipients", {{"count", std::to_string(device::maximum_recipients)}})));
}

void type_address(const Context& context, const ScanFormPtr& form) {
  if (form->is_full()) return say_full(context);
  context.stage.open_sheet(
      entry_sheet({.id = "recipient-entry",
                   .title = "scan.recipient",
                   .kind = EntryKind::email,
                   .is_good = device::is_mail_address,
                   .done = [form](const Context&, const std::string& address) { form->add(address); }}));
}

void show_recipients(Ui& ui, const Context& context, const Rect& area, const ScanFormPtr& form) {
  RowList list(ui, "recipient-list", area);
  Rect line = list.place(ui.theme().touch + ui.theme().gap * (is_roomy(ui) ? 1.0F : 2.0F));
  if (!is_roomy(ui)) line = inset(line, ui.theme().margin, ui.theme().gap);
  line.height = ui.theme().touch;
  if (field(ui, line,
            {.id = "recipient",
             .text = context.text("scan.recipient"),
             .hint = context.text("scan.enter_recipient"),
             .icon = icon::keyboard})) {
    type_address(context, form);
  }
  const auto chosen = form->scan.recipients;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (list.row({.id = "chosen-" + std::to_string(i + 1),
                  .text = chosen[i],
                  .icon = icon::email,
                  .end = Row::End::remove})) {
      form->remove(chosen[i]);
    }
  }
  const auto& recent = context.state.recent_recipients;
  bool headed = false;
  for (std::size_t i = 0; i < recent.size(); ++i) {
    if (form->has(recent[i])) continue;
    if (!std::exchange(headed, true)) list.heading("recent", context.text("scan.recent"));
    if (list.row({.id = "recent-" + std::to_string(i + 1),
                  .text = recent[i],
                  .icon = icon::history,
                  .end = Row::End::add})) {
      if (form->is_full()) {
        say_full(context);
      } else {
        form->add(recent[i]);
      }
    }
  }
}

}  // namespace paneltwin::panel
