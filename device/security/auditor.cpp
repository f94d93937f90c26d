#include "device/security/auditor.hpp"

#include <ranges>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "device/names.hpp"
#include "device/security/audit_words.hpp"

namespace paneltwin::device {

namespace {

constexpr std::size_t most_entries = 1000;

struct Described {
  AuditEvent event;
  std::string detail;
};

using Maybe = std::optional<Described>;

// One for each command that is logged; the last for all others.
Maybe describe(const command::CheckAdministrator&) { return Described{AuditEvent::log_in, ""}; }
Maybe describe(const command::LogInAdministrator&) { return Described{AuditEvent::log_in, ""}; }
Maybe describe(const command::LogOutAdministrator&) { return Described{AuditEvent::log_out, ""}; }
Maybe describe(const command::ChangeAdministratorPassword&) { return Described{AuditEvent::password_changed, ""}; }
Maybe describe(const command::SetSetting& one) { return Described{AuditEvent::settings_changed, one.id}; }
Maybe describe(const command::SetSettings& some) {
  return Described{AuditEvent::settings_changed, fmt::format("{}", fmt::join(std::views::keys(some.values), ", "))};
}
Maybe describe(const command::SetLockSetting&) { return Described{AuditEvent::settings_changed, "lock-setting"}; }
Maybe describe(const command::SetContact&) { return Described{AuditEvent::settings_changed, "contact"}; }
Maybe describe(const command::StoreContact& store) {
  return Described{AuditEvent::contacts_changed, store.contact.name};
}
Maybe describe(const command::ImportContacts& file) {
  return Described{AuditEvent::contacts_imported, std::to_string(file.rows.size())};
}
Maybe describe(const command::RestoreDefaults& restore) {
  return Described{AuditEvent::defaults_restored, restore.group};
}
Maybe describe(const command::StoreEmailServer& store) {
  return Described{AuditEvent::email_server_changed, std::string(name_of(store.settings.method))};
}
Maybe describe(const command::SignOut&) { return Described{AuditEvent::signed_out, ""}; }
Maybe describe(const command::ExportSettings& out) {
  return Described{AuditEvent::settings_exported, out.password.empty() ? "" : "secrets"};
}
Maybe describe(const command::ImportSettings&) { return Described{AuditEvent::settings_imported, ""}; }
Maybe describe(const command::ImportAuthority&) { return Described{AuditEvent::authority_imported, ""}; }
Maybe describe(const command::RemoveAuthority& one) {
  return Described{AuditEvent::authority_removed, one.fingerprint};
}
Maybe describe(const command::PutUser& put) { return Described{AuditEvent::users_changed, put.change.user.id}; }
Maybe describe(const command::RemoveUsers& some) {
  return Described{AuditEvent::users_removed, std::to_string(some.numbers.size())};
}
Maybe describe(const command::ImportUsers& file) {
  return Described{AuditEvent::users_imported, std::to_string(file.rows.size())};
}
Maybe describe(const command::SetAuthentication&) { return Described{AuditEvent::settings_changed, "authentication"}; }
Maybe describe(const command::SetNotifications&) {
  return Described{AuditEvent::settings_changed, "email-notification"};
}
Maybe describe(const command::SetFaxServer&) { return Described{AuditEvent::settings_changed, "fax-server"}; }
Maybe describe(const command::SetMailNetwork&) { return Described{AuditEvent::settings_changed, "mail-network"}; }
Maybe describe(const command::SetDateTime&) { return Described{AuditEvent::settings_changed, "date-and-time"}; }
Maybe describe(const command::JoinWifi& join) { return Described{AuditEvent::settings_changed, "wifi " + join.ssid}; }
Maybe describe(const command::UseWiredLan&) { return Described{AuditEvent::settings_changed, "wired-lan"}; }
Maybe describe(const command::UpdateFirmware&) { return Described{AuditEvent::firmware_updated, ""}; }
Maybe describe(const command::UpdateFirmwareFrom&) { return Described{AuditEvent::firmware_updated, "file"}; }
Maybe describe(const command::UpdateRootCertificates&) { return Described{AuditEvent::root_certificates_updated, ""}; }
Maybe describe(const command::AcceptProgram&) { return Described{AuditEvent::program_accepted, ""}; }
Maybe describe(const command::RecordEvent& record) { return Described{record.event, record.detail}; }
template <class Other>
Maybe describe(const Other&) {
  return std::nullopt;
}

/// Contacts that go are told by the names that they had.
Maybe describe(const command::DeleteContacts& gone, const State& state) {
  std::vector<std::string> names;
  for (const auto& contact : state.contacts) {
    if (std::ranges::find(gone.numbers, contact.number) != gone.numbers.end()) names.push_back(contact.name);
  }
  return Described{AuditEvent::contacts_changed, fmt::format("{}", fmt::join(names, ", "))};
}
template <class Other>
Maybe describe(const Other& one, const State&) {
  return describe(one);
}

/// Web Config's commands come from its administrator; who that was is told with the log-in.
std::string place_of(const Command& command, Origin origin) {
  if (const auto* check = std::get_if<command::CheckAdministrator>(&command)) return check->peer;
  if (const auto* record = std::get_if<command::RecordEvent>(&command)) return record->peer;
  return origin == Origin::panel ? "panel" : "Web Config";
}

}  // namespace

std::optional<AuditEntry> audited(const Command& command, Origin origin, const State& state) {
  if (origin == Origin::world || !state.settings.is_on("audit-log")) return std::nullopt;
  auto described = std::visit([&](const auto& one) { return describe(one, state); }, command);
  if (!described) return std::nullopt;
  if (std::holds_alternative<command::LogOutAdministrator>(command) && !state.admin.panel_logged_in)
    return std::nullopt;
  const bool is_known = origin == Origin::web || state.admin.panel_logged_in ||
                        std::holds_alternative<command::LogInAdministrator>(command);
  const auto& name = state.admin.user_name;
  return AuditEntry{.user = is_known ? (name.empty() ? std::string(nameless_administrator) : name) : "",
                    .place = place_of(command, origin),
                    .event = described->event,
                    .detail = std::move(described->detail)};
}

Reply Auditor::recording(AuditEntry entry, Reply reply) {
  return [this, entry = std::move(entry), reply = std::move(reply)](Result<std::int64_t> result) mutable {
    entry.at = core_.now();
    entry.done = result.has_value();
    if (!result) entry.detail += fmt::format("{}{}", entry.detail.empty() ? "" : ": ", name_of(result.error().kind));
    add(std::move(entry));
    reply(std::move(result));
  };
}

void Auditor::happened(AuditEntry entry) {
  if (!core_.state.settings.is_on("audit-log")) return;
  entry.at = core_.now();
  add(std::move(entry));
}

void Auditor::add(AuditEntry entry) {
  const auto number = core_.store.add(entry, most_entries);
  core_.set_device_error(FailureKind::store_failed, !number);
  if (!number) return;
  entry.number = *number;
  auto entries = std::make_shared<std::vector<AuditEntry>>();
  entries->reserve(most_entries);
  entries->push_back(std::move(entry));
  if (const auto& old = core_.state.audit) {
    entries->insert(entries->end(), old->begin(),
                    old->begin() + static_cast<long>(std::min(old->size(), most_entries - 1)));
  }
  core_.state.audit = std::move(entries);
  core_.publish();
}

}  // namespace paneltwin::device
