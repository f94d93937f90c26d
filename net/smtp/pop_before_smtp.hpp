// The log-in to POP3 that opens some old servers' submission for a while (RFC 1939).
#pragma once

#include "device/ports/mail_transport.hpp"
#include "net/connect/connection.hpp"

namespace paneltwin::net::smtp {

/// Failures: pop3_dns, pop3_communication, pop3_authentication, canceled.
Awaited<void> pop_before_smtp(Connection connection, const device::MailServer& server);

}  // namespace paneltwin::net::smtp
