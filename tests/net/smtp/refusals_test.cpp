#include "net/smtp/refusals.hpp"

#include <gtest/gtest.h>

namespace paneltwin::net::smtp {
namespace {

using device::FailureKind;

Reply reply(int code, std::string words) { return {.code = code, .lines = {std::move(words)}}; }

TEST(RefusalsTest, TellARefusedSignInFromARefusedMethod) {
  const auto kind = [](int code, const char* words) { return authentication_refused(reply(code, words), {}).kind; };
  EXPECT_EQ(kind(535, "5.7.3 Authentication unsuccessful"), FailureKind::authentication);
  EXPECT_EQ(kind(535, "5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant."),
            FailureKind::authentication);
  EXPECT_EQ(kind(504, "5.7.4 Unrecognized authentication type"), FailureKind::authentication_method);
  EXPECT_EQ(kind(550, "5.7.30 Basic authentication is not supported for Client Submission."),
            FailureKind::authentication_method);
  EXPECT_EQ(kind(454, "4.7.0 Temporary authentication failure"), FailureKind::temporary);
  EXPECT_EQ(kind(530, "5.7.0 Must issue a starttls command first"), FailureKind::starttls_required);
  EXPECT_EQ(kind(538, "Encryption required"), FailureKind::starttls_required);
}

TEST(RefusalsTest, LeaveSecretsOutHoweverOftenAServerRepeatsThem) {
  const auto failure = authentication_refused(reply(535, "no: secret, secretsecret *"), {"secret", "", "*"});
  EXPECT_EQ(failure.detail, "535 no: *, ** *");
}

TEST(RefusalsTest, GuessTlsFromTheFirstByteOnItsOwnPortOnly) {
  const device::Failure silence{FailureKind::communication, ""}, stopped{FailureKind::canceled, ""};
  device::MailServer server{.port = 465, .security = device::Security::starttls};
  EXPECT_EQ(not_greeted(silence, server).kind, FailureKind::ssl_tls_required);
  EXPECT_EQ(not_greeted(stopped, server).kind, FailureKind::canceled);
  server.security = device::Security::ssl_tls;
  EXPECT_EQ(not_greeted(silence, server).kind, FailureKind::communication);
  server = {.port = 587};
  EXPECT_EQ(not_greeted(silence, server).kind, FailureKind::communication);
}

}  // namespace
}  // namespace paneltwin::net::smtp
