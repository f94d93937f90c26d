// The form of one contact or group.
#pragma once

#include "device/state.hpp"
#include "net/webconfig/form.hpp"

namespace paneltwin::net::webconfig {

/// With a choice of the type for a new one.
Form contact_form(const device::Contact& contact, const device::State& state, const device::Catalogue& words);
/// What the form makes of `contact`.
device::ContactChange contact_in(const FormValues& values, device::Contact contact);
/// What a failure's detail calls a member of a contact: its label, in words.
std::string contact_field(std::string_view detail, const device::Catalogue& words);

}  // namespace paneltwin::net::webconfig
