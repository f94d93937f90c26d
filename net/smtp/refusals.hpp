// What a mail server's refusals mean to people. Sources: RFC 5321 4.2, RFC 4954 6, RFC 3463, and what Exchange Online
// answers.
#pragma once

#include <string>
#include <vector>

#include "device/ports/mail_transport.hpp"
#include "net/smtp/reply_parser.hpp"

namespace paneltwin::net::smtp {

/// `otherwise` is what it means where it came, unless it means the same everywhere.
std::unexpected<device::Failure> refused(device::FailureKind otherwise, const Reply& reply);

/// After AUTH. Some servers repeat the command that they refuse: none of `secrets` gets into the failure.
device::Failure authentication_refused(const Reply& reply, const std::vector<std::string>& secrets);

/// Silence or a hang-up in place of the greeting, where servers speak TLS from the first byte, is ssl_tls_required.
device::Failure not_greeted(device::Failure failure, const device::MailServer& server);

/// A server that was asked for TLS from the first byte and greets in plain words wants STARTTLS.
device::Failure not_secured(device::Failure failure);

}  // namespace paneltwin::net::smtp
