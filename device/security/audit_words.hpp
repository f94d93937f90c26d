// An entry of the audit log as people read it, in their language: what it keeps are names of events, settings and
// failures.
#pragma once

#include <string>

#include "device/security/audit_log.hpp"
#include "device/settings/setting_table.hpp"

namespace paneltwin::device {

/// The user that the log knows without a name.
inline constexpr std::string_view nameless_administrator = "Administrator";

struct AuditWords {
  std::string user, place, event, result, detail;
};

AuditWords words_of(const AuditEntry& entry, const SettingTable& settings, const Catalogue& words);

}  // namespace paneltwin::device
