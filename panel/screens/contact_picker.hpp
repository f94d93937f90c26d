// Contacts as destinations of a scan.
#pragma once

#include "device/contacts/contact.hpp"
#include "panel/screens/scan_form.hpp"
#include "panel/ui/row_list.hpp"

namespace paneltwin::panel {

/// Those chosen, then the frequent ones, then the others of this type; each is put in or taken out with a tap.
void contact_rows(RowList& list, const Context& context, const ScanFormPtr& form, device::ContactType type);

/// "Office   office@contoso.example"; a group shows how many it has.
std::string contact_detail(const Context& context, const device::Contact& contact);
char32_t contact_icon(const device::Contact& contact);

}  // namespace paneltwin::panel
