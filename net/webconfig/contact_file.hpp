// Contacts as a CSV file, both ways.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "device/contacts/contact.hpp"

namespace paneltwin::net::webconfig {

/// Each line below the first as a contact. What the columns of a row with the number of one in `known` leave out stays
/// as it was. A row that makes none is invalid_value (the field, or "row"). Nothing when the first line does not name a
/// Name column, or names one that there is not.
std::optional<std::vector<device::ContactRow>> read_contacts(std::string_view file,
                                                             const std::vector<device::Contact>& known);

/// All columns, in English, whatever the visitor speaks; passwords are left empty.
std::string write_contacts(const std::vector<device::Contact>& contacts);

}  // namespace paneltwin::net::webconfig
