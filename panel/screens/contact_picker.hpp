// Contacts as destinations of scans and faxes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "device/contacts/contact.hpp"
#include "panel/screens/screen.hpp"
#include "panel/ui/row_list.hpp"

namespace paneltwin::panel {

/// What contacts are searched for: the screen's own, and empty again when it is opened anew.
using ContactSearch = std::shared_ptr<std::string>;

/// The field to search with, and a key that shows all again. Its keyboard is the sheet "contact-search-entry".
void search_field(RowList& list, const Context& context, const ContactSearch& search);
/// Its name, index word, address or number has `search` in it, or begins or ends with it (Contacts Manager > Search
/// Options), in large or small letters.
bool is_found(const device::Contact& contact, const std::string& search, const device::Settings& settings);
/// All of them, in the order that View Options asks for.
std::vector<device::Contact> listed_contacts(const Context& context);
/// View Options: names alone.
bool shows_names_alone(const Context& context);
/// Says that nothing was found, when that is so.
void say_when_none(RowList& list, const Context& context, bool none);

struct ContactChoice {
  std::vector<int>& chosen;  // registry numbers
  bool is_full = false;      // as many destinations as there may be
  device::ContactType type{};
  const ContactSearch& search;
};
/// Those chosen, then of those that are found the frequent ones, then the others of this type; each is put in or taken
/// out with a tap.
void contact_rows(RowList& list, const Context& context, const ContactChoice& choice);

/// What stands under its name: its address, how many a group has; nothing where names stand alone.
std::string contact_detail(const Context& context, const device::Contact& contact);
char32_t contact_icon(const device::Contact& contact);

}  // namespace paneltwin::panel
