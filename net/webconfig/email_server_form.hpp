// The settings of a mail server as a form: from settings to fields, and from what was sent back to settings.
#pragma once

#include "device/email/email_server.hpp"
#include "device/state.hpp"
#include "net/http/message.hpp"
#include "net/pages/templates.hpp"
#include "net/webconfig/session.hpp"

namespace paneltwin::net::webconfig {

/// What the form says; what its method does not ask for stays as it `was`. Failure: invalid_value, with the field.
device::Result<device::EmailServerSettings> read_email_form(const http::Fields& form, device::EmailServerSettings was);

/// The session's sign-in, when it is one and still there.
const device::SignInAttempt* attempt_of(Session& session, const device::EmailServer& server, device::MailRole role);
/// What the page holds: the session's draft, or what is stored.
device::EmailServerSettings shown_settings(Session& session, const device::EmailServer& server, device::MailRole role);
/// Puts the fields, and the sign-in to each service, into `data`.
void put_email_form(pages::Data& data, Session& session, const device::State& state, device::MailRole role,
                    const device::Catalogue& words);

}  // namespace paneltwin::net::webconfig
