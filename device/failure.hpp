// Failures have names: each expected failure is one kind, turned into a code and words in failure_table.cpp alone.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace paneltwin::device {

enum class FailureKind {
  // e-mail and cloud sign-in (guide, "Troubleshooting")
  not_signed_in,           // never signed in, or the sign-in was not sent to the printer with OK
  sign_in_expired,         // refresh token no longer good: unused too long, revoked, password changed
  user_sign_in_needed,     // a user's own sign-in (Scan to My Email) is missing or no longer good
  sign_in_declined,        // the person said no
  sign_in_code_expired,    // nobody entered the code in time
  sign_in_blocked,         // the provider refuses the sign-in (Conditional Access and the like)
  provider_misconfigured,  // the provider does not know this client, or answers what no provider may
  email_server_off,        // no e-mail server is set
  fax_server_off,          // the fax server is not used, or has no mail server
  // wires
  dns,                    // name not found
  communication,          // TCP or TLS cannot be had, or the connection broke
  tls_untrusted_date,     // certificate not valid at the machine's date and time
  tls_untrusted_ca,       // no root certificate for it
  tls_not_secured,        // damaged certificate, wrong name, no common version
  starttls_missing,       // secure connection asked for, the server has none
  starttls_required,      // server wants STARTTLS
  ssl_tls_required,       // server wants TLS from the first byte
  unsupported_protocol,   // what answers is not an SMTP server
  authentication,         // refused: account, password, token or the server's policy
  authentication_method,  // the server does not offer the method
  smtp_auth_wanted,       // POP before SMTP is set, and the server wants SMTP AUTH
  smtp_auth_missing,      // SMTP AUTH is set, and the server has none: POP before SMTP may do
  pop3_dns,               // of the POP3 server (POP before SMTP): name not found
  pop3_communication,     // it cannot be reached, or speaks no POP3
  pop3_authentication,    // it refused account or password
  sender_refused,         // the account may not send with this sender
  recipient_refused,
  temporary,            // 4xx: try again
  message_refused,      // 5xx at the end of the message
  too_large,            // over the attachment limit or the server's size
  cloud_communication,  // HTTPS to the sign-in service cannot be had: TCP, TLS, or no sense in what it says
  // the machine
  memory_full,
  no_original,
  canceled,
  power_failure,  // the power went while the job ran
  output_failed,  // the sheet could not be put into the tray
  store_failed,   // the machine could not keep it
  // the machine's conditions (device/condition)
  paper_out,
  paper_jam,
  cover_open,
  ink_out,
  ink_low,
  maintenance_box_full,
  maintenance_box_low,
  printer_error,
  scanner_error,
  // firmware
  firmware_file,         // not a firmware file, or damaged
  firmware_other_model,  // for another model
  firmware_not_newer,    // what runs is as new
  // saving scans into network folders and memory devices
  folder_name,            // no such server
  folder_authentication,  // user or password
  folder_communication,
  folder_file_exists,
  folder_full,
  folder_memory_full,
  folder_missing,      // no such share or folder on the server
  folder_image_large,  // larger than a file there may be
  memory_device_full,
  memory_device_protected,
  memory_device_no_folder,
  memory_device_removed,
  memory_device_write_failed,
  memory_device_memory_full,
  memory_device_image_large,
  // commands
  wrong_password,
  try_again_later,
  not_allowed,    // locked, and nobody is logged in as administrator
  invalid_value,  // `detail` names the field
  not_found,
  busy,
  // Wi-Fi Setup by PIN Code
  wps_pin_wrong,  // another PIN was entered at the access point
  wps_time_out,   // none was entered in time
  // users
  wrong_user,       // no such user, or the password or ID number is wrong
  card_unknown,     // nobody's card
  card_unreadable,  // what lies on the reader is no card that it can read
  already_used,     // by another user; `detail` names the field
  list_full,        // no more of them fit: users, contacts
  consent_needed,   // the provider wants an administrator's consent first
  // printing from computers
  print_not_allowed,   // Access Control: the user may not print
  print_user_unknown,  // Access Control: no such user, or nobody's name comes with the job
  print_memory_full,   // more than the machine can hold
  print_data_unreadable,
  // the program itself
  program_altered,  // Program Verification: not as it was recorded
};

/// `detail` is for logs and job details: protocol words, never a secret.
struct Failure {
  FailureKind kind;
  std::string detail;
  bool operator==(const Failure&) const = default;
};

template <class T>
using Result = std::expected<T, Failure>;

inline std::unexpected<Failure> fail(FailureKind kind, std::string detail = {}) {
  return std::unexpected(Failure{kind, std::move(detail)});
}

/// "sign_in_expired" and so on: for JSON, logs and flows.
std::string_view name_of(FailureKind kind);
std::optional<FailureKind> failure_named(std::string_view name);

/// How a failure is told to people. Keys are those of the catalogues.
struct FailureWords {
  FailureKind kind;
  std::string_view name;
  int code;                  // on the status menu; 0 has none
  std::string_view problem;  // catalogue key
  std::string_view remedy;   // catalogue key
  std::string_view notice;   // catalogue key of the message that comes up on the panel; empty: none
  std::string_view test;     // catalogue key of Web Config's connection test message; empty: none
};

/// The one table. Never fails: every kind has a row.
const FailureWords& words_for(FailureKind kind);

}  // namespace paneltwin::device
