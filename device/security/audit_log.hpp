// Who did what to the machine, and when (Product Security > Audit Log): durable, the newest thousand.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "device/clock.hpp"

namespace paneltwin::device {

enum class AuditEvent {
  log_in,
  log_out,
  password_changed,
  settings_changed,
  defaults_restored,
  email_server_changed,
  signed_out,
  settings_exported,
  settings_imported,
  certificate_changed,
  authority_imported,
  authority_removed,
  log_exported,
  users_changed,
  users_removed,
  users_imported,
  contacts_changed,
  contacts_imported,
  firmware_updated,
  root_certificates_updated,
  program_altered,
  program_accepted
};

struct AuditEntry {
  std::int64_t number = 0;
  Instant at{};
  std::string user;   // empty: nobody was logged in
  std::string place;  // "panel", or the address of who came to Web Config
  AuditEvent event{};
  std::string detail;  // names of settings, of failures: never a secret
  bool done = true;    // false: tried in vain
  bool operator==(const AuditEntry&) const = default;
};

/// Newest first. Shared by every snapshot until the next entry.
using AuditEntries = std::shared_ptr<const std::vector<AuditEntry>>;

}  // namespace paneltwin::device
