// A contact as JSON: in the state, and in the store.
#pragma once

#include <optional>
#include <string>

#include <boost/json/object.hpp>

#include "device/contacts/contact.hpp"

namespace paneltwin::device {

boost::json::object json_of(const Contact& contact);
std::string text_of(const Contact& contact);
/// Nothing when it is no contact's text.
std::optional<Contact> contact_from(const std::string& text);

}  // namespace paneltwin::device
