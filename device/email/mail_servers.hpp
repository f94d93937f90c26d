// The mail servers of the machine by what they are for.
#pragma once

#include <string_view>

#include "device/state.hpp"

namespace paneltwin::device {

/// Nothing where the model has no such server.
const EmailServer* mail_server(const State& state, MailRole role);
EmailServer* mail_server(State& state, MailRole role);

/// OAuth2 is a method of this server. The additional network has none (guide, "Setting OAuth 2.0 authentication"), and
/// neither has old firmware.
bool offers_oauth2(const State& state, MailRole role);

/// The server that the machine's own mail goes out through: that of the network which is chosen for it.
MailRole outgoing_mail_role(const State& state);

/// What the names of the role's kept values and secrets begin with.
std::string_view kept_under(MailRole role);

}  // namespace paneltwin::device
