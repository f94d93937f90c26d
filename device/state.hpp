// The machine's state as everyone else sees it: plain values, immutable once published, without a secret in it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "device/accounts/user_access.hpp"
#include "device/clock.hpp"
#include "device/condition/condition.hpp"
#include "device/contacts/contact.hpp"
#include "device/email/email_server.hpp"
#include "device/fax/fax_server.hpp"
#include "device/firmware/firmware.hpp"
#include "device/home/home_settings.hpp"
#include "device/jobs/interruption.hpp"
#include "device/jobs/job.hpp"
#include "device/jobs/scan_request.hpp"
#include "device/memory/memory_device_info.hpp"
#include "device/network/additional_network.hpp"
#include "device/network/connection_check.hpp"
#include "device/network/wifi.hpp"
#include "device/notification/notification.hpp"
#include "device/presets/preset.hpp"
#include "device/security/audit_log.hpp"
#include "device/security/certificate.hpp"
#include "device/security/program_verification.hpp"
#include "device/security/root_certificates.hpp"
#include "device/settings/product.hpp"
#include "device/settings/settings.hpp"

namespace paneltwin::device {

/// A message that comes up on the panel until somebody closes it.
struct Notice {
  std::int64_t id = 0;
  std::optional<FailureKind> kind;       // nothing: no trouble, only news
  std::string message_key;               // catalogue key
  std::optional<ReceiptNumber> receipt;  // the job it is about
  bool operator==(const Notice&) const = default;
};

/// What lies on the glass or in the feeder.
struct OriginalInfo {
  std::string name;  // file name
  int pages = 0;
  bool operator==(const OriginalInfo&) const = default;
};

struct State {
  std::uint64_t revision = 0;  // counts up with every change
  Product product;
  Firmware firmware;
  PowerState power = PowerState::on;
  std::uint64_t time_outs = 0;  // counts up when nobody touched the panel for the operation time-out: go home
  Settings settings;            // every declared one
  BasicSettings basic;          // some of them, in types of their own
  Network network;
  Wifi wifi;
  ConnectionCheck connection_check;
  Duration clock_error{0};  // the machine's date and time against the world's: somebody set it wrong
  AdminSettings admin;
  std::vector<Certificate> authorities;  // imported, trusted beside the machine's own
  RootCertificates root_certificates;
  bool brought_certificate = false;  // Web Config is served under one that people brought, not the machine's own
  ProgramVerification program;
  AuditEntries audit;  // null: nothing yet
  UserAccess users;
  EmailServer email;
  std::optional<FaxServer> fax_server;                  // where the model has it
  std::optional<AdditionalNetwork> additional_network;  // where the model has the board
  Notifications notifications;
  std::vector<Job> active;                     // oldest first
  std::optional<Interruption> interruption;    // Interrupt is on
  std::vector<Job> log;                        // newest first, 500 at most
  std::vector<std::string> recent_recipients;  // newest first, 20 at most
  std::vector<Notice> notices;                 // oldest first
  std::optional<OriginalInfo> glass, feeder;
  std::optional<MemoryDeviceInfo> memory_device;  // nothing: none is plugged in
  HomeSettings home;
  std::vector<Contact> contacts;             // by number
  std::optional<FileImport> contact_import;  // the last file of contacts
  std::vector<Preset> presets;               // by number
  Conditions conditions;
  std::vector<FailureKind> device_errors;    // Device Status: what the machine has stopped for, oldest first
  std::vector<FailureKind> device_warnings;  // and what it will need soon
  bool operator==(const State&) const = default;
};

using Snapshot = std::shared_ptr<const State>;

/// The state as JSON text (one object, UTF-8), for the control port, information screens and reports. Codes, passwords
/// and tokens are left out. Names are the members' names; enumerations are their names; instants are ISO 8601.
std::string to_json(const State& state);

}  // namespace paneltwin::device
