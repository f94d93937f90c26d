// Scan/Copy > Contacts (panel facts 5.3): the address book that the panel has.
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

/// The list of contacts and groups, the form of one, and their file.
void add_contacts_pages(Site& site);

}  // namespace paneltwin::net::webconfig
