// device::MailTransport over real wires: GMime for the message, our SMTP dialogue for the way.
#pragma once

#include <memory>

#include "device/ports/mail_transport.hpp"
#include "net/wire.hpp"

namespace paneltwin::net::smtp {

std::unique_ptr<device::MailTransport> make_mail_transport(Wire& wire);

}  // namespace paneltwin::net::smtp
