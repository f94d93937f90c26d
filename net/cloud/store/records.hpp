// What the cloud keeps, as plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "device/clock.hpp"

namespace paneltwin::net::cloud {

using device::Instant;

/// The home of personal accounts, on every Microsoft cloud the same.
inline constexpr std::string_view personal_tenant = "9188040d-6c67-4c5b-b112-36a304b66dad";

inline constexpr std::string_view global_administrator = "Global Administrator";

struct User {
  std::string id;       // object id
  std::string tenant;   // id of the home tenant
  std::string address;  // user principal name and primary address; compares without case
  std::string name, given_name, family_name;
  std::vector<std::string> roles;
  std::vector<std::string> aliases;  // further addresses of the mailbox
  std::string password_hash;
  std::string shown_password;  // demo accounts only: for the ready file and the bench
  bool enabled = true;
  int generation = 0;    // refresh tokens of an earlier one are revoked
  Instant valid_from{};  // when the last of them were
  int wrong_passwords = 0;
  int lock_outs = 0;
  Instant locked_until{};
  std::optional<bool> smtp_auth_disabled;  // of the mailbox; nothing: the organisation decides
  std::string totp_secret;                 // authenticator app; empty: not registered
  bool phone = false;                      // the practice phone approves for this user

  [[nodiscard]] bool personal() const { return tenant == personal_tenant; }
  [[nodiscard]] bool has_role(std::string_view role) const;
  [[nodiscard]] bool has_second_factor() const { return phone || !totp_secret.empty(); }
  /// Primary address or alias, without case.
  [[nodiscard]] bool owns(std::string_view other) const;
};

/// One run of the device grant (RFC 8628).
struct DeviceCode {
  enum class State { pending, approved, declined, redeemed };
  std::string code_hash;  // of the device code, which nobody keeps
  std::string user_code;
  std::string tenant;  // alias as the device gave it
  std::string client_id, scope, nonce;
  Instant expires_at{};
  State state = State::pending;
  std::string user;  // id of who approved
  bool multi_factor = false;
};

/// An authorization code on its way from the browser to the program (RFC 6749 4.1, RFC 7636).
struct AuthorizationCode {
  std::string code_hash, tenant, client_id, scope, nonce, redirect_uri, challenge, challenge_method, user;
  Instant expires_at{};
  bool multi_factor = false, redeemed = false;
};

struct Consent {
  std::string client_id;
  std::string principal;  // user id; empty: the whole organisation
  std::string scope;      // one permission, in full ("https://outlook.office.com/SMTP.Send")
  Instant granted_at{};
};

/// A program that people may sign in to.
struct Application {
  std::string client_id, name, publisher;
  std::vector<std::string> redirect_uris;
  bool public_client = true;
};

struct Mail {
  std::int64_t id = 0;  // of this copy
  std::string mailbox, folder;
  std::string from, subject, message_id;
  std::vector<std::string> to, attachments;
  Instant received{};
  std::size_t size = 0;
  bool seen = false;
  std::string protocol;  // how its sender signed in: "XOAUTH2", "LOGIN"
};

/// Where one copy of a message goes. It shows at `due`; at once when that is the beginning of time.
struct MailCopy {
  std::string mailbox, folder;
  Instant due{};
};

/// What one mailbox sent: a row of Exchange's "SMTP AUTH clients report".
struct SmtpClient {
  std::string sender, protocol;
  int messages = 0;
  Instant last{};
};

/// One message that a mailbox sent, for its limits.
struct Sending {
  Instant at{};
  int recipients = 0;
};

struct SignInEntry {
  Instant at{};
  std::string user, application, flow, peer;
  int code = 0;        // AADSTS; 0: success
  std::string reason;  // catalogue key, or words of the protocol
  std::string correlation_id;
};

/// A Conditional Access policy.
struct AccessPolicy {
  enum class State { off, report_only, on };
  enum class Control { block, require_mfa };
  std::string id, name;
  State state = State::off;
  Control control = Control::block;
  bool device_code_only = false;      // condition "authentication flows": device code flow
  std::vector<std::string> users;     // ids; empty: all
  std::vector<std::string> excluded;  // ids
};

}  // namespace paneltwin::net::cloud
