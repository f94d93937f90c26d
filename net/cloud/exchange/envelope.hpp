// What MAIL FROM and RCPT TO say: the envelope (RFC 5321 2.3.1), with the parameters of SIZE (RFC 1870), 8BITMIME
// (RFC 6152), BINARYMIME (RFC 3030), SMTPUTF8 (RFC 6531) and DSN (RFC 3461).
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::net::cloud {

struct Recipient {
  std::string address;
  std::string notify;    // DSN: "NEVER", "SUCCESS,FAILURE"; empty: not said
  std::string original;  // DSN: "rfc822;somebody@example"
};

struct Envelope {
  enum class Body { seven_bit, eight_bit, binary };
  std::string sender;  // empty: the null sender <>
  std::optional<std::uint64_t> size;
  Body body = Body::seven_bit;
  bool utf8 = false;
  std::string dsn_return, dsn_id;  // RET, ENVID
  std::vector<Recipient> recipients;
};

enum class EnvelopeError { syntax, address, parameter, needs_utf8 };

/// The argument of MAIL: "FROM:<a@b> SIZE=12".
std::expected<Envelope, EnvelopeError> parse_mail_from(std::string_view argument);
/// The argument of RCPT: "TO:<a@b> NOTIFY=NEVER". `utf8`: MAIL said SMTPUTF8.
std::expected<Recipient, EnvelopeError> parse_rcpt_to(std::string_view argument, bool utf8);

/// What EHLO and HELO may be followed by: a domain name or an address literal (RFC 5321 4.1.3).
bool is_ehlo_name(std::string_view name);

}  // namespace paneltwin::net::cloud
