#include "panel/screens/contact_picker.hpp"

#include <algorithm>

#include "panel/render/icons.hpp"
#include "panel/screens/recipient_list.hpp"

namespace paneltwin::panel {

char32_t contact_icon(const device::Contact& contact) {
  if (contact.is_group) return icon::group;
  switch (contact.type) {
    case device::ContactType::email:
      return icon::email;
    case device::ContactType::folder:
      return icon::folder;
    case device::ContactType::fax:
      break;
  }
  return icon::fax;
}

std::string contact_detail(const Context& context, const device::Contact& contact) {
  if (contact.is_group) return context.text("contact.members", {{"count", std::to_string(contact.members.size())}});
  if (contact.type != device::ContactType::folder) return contact.address;
  return device::shown_location({contact.mode, contact.address, {}, {}});
}

void contact_rows(RowList& list, const Context& context, const ContactChoice& choice) {
  auto contacts = device::in_order(context.state.contacts);
  std::erase_if(contacts, [&](const device::Contact& contact) { return contact.type != choice.type; });
  if (contacts.empty()) return;
  const auto chosen = [&](const device::Contact& contact) {
    return std::ranges::find(choice.chosen, contact.number) != choice.chosen.end();
  };
  std::ranges::stable_sort(contacts, {}, [&](const device::Contact& one) {
    return chosen(one) ? 0 : one.frequent ? 1 : 2;
  });
  list.heading("contacts", context.text("screen.contacts"));
  for (const auto& contact : contacts) {
    const bool on = chosen(contact);
    if (!list.row({.id = "contact-" + std::to_string(contact.number),
                   .text = contact.name,
                   .detail = contact_detail(context, contact),
                   .icon = contact_icon(contact),
                   .end = on ? Row::End::remove : Row::End::add})) {
      continue;
    }
    if (on) {
      std::erase(choice.chosen, contact.number);
    } else if (choice.is_full) {
      say_full(context);
    } else {
      choice.chosen.push_back(contact.number);
    }
  }
}

}  // namespace paneltwin::panel
