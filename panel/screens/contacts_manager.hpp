// Contacts Manager: names for e-mail addresses, network folders and fax numbers, and groups of them.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen contacts_screen();
Screen frequent_contacts_screen();
/// A new contact's form.
Screen new_contact_screen();

}  // namespace paneltwin::panel
