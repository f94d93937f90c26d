#include "net/smtp/refusals.hpp"

#include <algorithm>
#include <optional>

namespace paneltwin::net::smtp {

using device::Failure;
using device::FailureKind;

namespace {

bool names_starttls(const Reply& reply) {
  return std::ranges::any_of(reply.lines, [](const std::string& line) {
    std::string upper;
    for (const char letter : line) upper += static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 32 : letter);
    return upper.find("STARTTLS") != std::string::npos;
  });
}

/// Nothing when it depends on what was asked.
std::optional<FailureKind> common_meaning(const Reply& reply) {
  if (reply.code == 530 && names_starttls(reply)) return FailureKind::starttls_required;
  if (reply.code == 538) return FailureKind::starttls_required;
  if (reply.code == 530 || reply.code == 535 || reply.code == 534) return FailureKind::authentication;
  if (reply.code == 552 || reply.enhanced() == "5.3.4") return FailureKind::too_large;
  if (reply.is_transient()) return FailureKind::temporary;
  return std::nullopt;
}

}  // namespace

std::unexpected<Failure> refused(FailureKind otherwise, const Reply& reply) {
  return device::fail(common_meaning(reply).value_or(otherwise), reply.words());
}

Failure authentication_refused(const Reply& reply, const std::vector<std::string>& secrets) {
  // 550 5.7.30: Exchange Online no longer takes passwords.
  const bool method = reply.code == 504 || reply.enhanced() == "5.7.30";
  Failure failure = refused(method ? FailureKind::authentication_method : FailureKind::authentication, reply).error();
  for (const auto& secret : secrets) {
    if (secret.empty()) continue;
    for (auto at = failure.detail.find(secret); at != std::string::npos; at = failure.detail.find(secret, at + 1))
      failure.detail.replace(at, secret.size(), "*");
  }
  return failure;
}

Failure not_greeted(Failure failure, const device::MailServer& server) {
  constexpr std::uint16_t submissions = 465;  // RFC 8314
  if (failure.kind == FailureKind::communication && server.security != device::Security::ssl_tls &&
      server.port == submissions)
    failure.kind = FailureKind::ssl_tls_required;
  return failure;
}

Failure not_secured(Failure failure) {
  if (failure.kind == FailureKind::unsupported_protocol) failure.kind = FailureKind::starttls_required;
  return failure;
}

}  // namespace paneltwin::net::smtp
