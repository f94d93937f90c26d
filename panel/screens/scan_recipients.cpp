// Scan > Email > Recipient: typed addresses and recent ones.
#include "panel/render/icons.hpp"
#include "panel/screens/contact_picker.hpp"
#include "panel/screens/entry.hpp"
#include "panel/screens/recipient_list.hpp"
#include "panel/screens/scan_form.hpp"

namespace paneltwin::panel {

void type_address(const Context& context, const ScanFormPtr& form) {
  context.stage.open_sheet(entry_sheet({.id = "recipient-entry",
                                        .title = "scan.recipient",
                                        .kind = EntryKind::email,
                                        .is_good = device::is_mail_address,
                                        .done = [form](const Context& now, const std::string& address) {
                                          add_recipient(now, form->scan.recipients, address);
                                        }}));
}

void show_recipients(Ui& ui, const Context& context, const Rect& area, const ScanFormPtr& form) {
  static const std::vector<std::string> nobody;
  const bool hidden = context.is_locked() && !context.state.settings.is_on("access-to-recent");
  show_recipient_list(ui, context, area,
                      {.title = "scan.recipient",
                       .hint = "scan.enter_recipient",
                       .icon = icon::email,
                       .chosen = form->scan.recipients,
                       .recent = hidden ? nobody : context.state.recent_recipients,
                       .more =
                           [&](RowList& list) {
                             contact_rows(
                                 list, context,
                                 {form->scan.contacts, form->is_full(), device::ContactType::email, form->search});
                           },
                       .type = [form](const Context& now) { type_address(now, form); }});
}

}  // namespace paneltwin::panel
