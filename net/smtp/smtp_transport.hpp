// device::MailTransport over real wires: GMime for the message, our SMTP dialogue for the way.
#pragma once

#include <memory>

#include "device/ports/mail_transport.hpp"
#include "net/wire.hpp"

namespace paneltwin::net::smtp {

/// `additional`: the way through the additional network, for servers that are reached there; may be null. Both outlive
/// it.
std::unique_ptr<device::MailTransport> make_mail_transport(Wire& wire, Wire* additional = nullptr);

}  // namespace paneltwin::net::smtp
