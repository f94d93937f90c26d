// Whom a client believes: certificates checked against the trusted roots, the host's name and the machine's own clock.
#pragma once

#include <memory>
#include <string>

#include <boost/system/error_code.hpp>

#include "device/failure.hpp"
#include "net/wire.hpp"

namespace boost::asio::ssl {
class context;
}
struct ssl_st;

namespace paneltwin::net {

/// A client's context: TLS 1.2 and later, the system's roots, Wire::authorities and Wire::imported. With Faults::tls it
/// trusts nobody. Failure: tls_untrusted_ca, when a file of authorities cannot be read.
device::Result<std::unique_ptr<boost::asio::ssl::context>> make_client_context(const Wire& wire);

/// Before the handshake: which host is meant, and what time it is. `validate` false accepts any certificate.
void expect_host(ssl_st* session, const std::string& host, device::Instant now, bool validate);

/// After a failed handshake: which tls_… failure it was; unsupported_protocol when the peer does not speak TLS, and
/// communication when it went away.
device::Failure why_unsecured(const ssl_st* session, const boost::system::error_code& error, const std::string& what);

}  // namespace paneltwin::net
