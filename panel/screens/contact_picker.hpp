// Contacts as destinations of scans and faxes.
#pragma once

#include "device/contacts/contact.hpp"
#include "panel/screens/screen.hpp"
#include "panel/ui/row_list.hpp"

namespace paneltwin::panel {

struct ContactChoice {
  std::vector<int>& chosen;  // registry numbers
  bool is_full = false;      // as many destinations as there may be
  device::ContactType type{};
};
/// Those chosen, then the frequent ones, then the others of this type; each is put in or taken out with a tap.
void contact_rows(RowList& list, const Context& context, const ContactChoice& choice);

/// "Office   office@contoso.example"; a group shows how many it has.
std::string contact_detail(const Context& context, const device::Contact& contact);
char32_t contact_icon(const device::Contact& contact);

}  // namespace paneltwin::panel
