#include "device/security/audit_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "device/names.hpp"

namespace paneltwin::device {

namespace {

constexpr std::string_view wifi = "wifi ";  // before the network's name

/// What is set together under one name: its key in the catalogues.
constexpr std::pair<std::string_view, std::string_view> wholes[] = {
    {"lock-setting", "screen.lock-setting"},      {"contact", "info.administrator_contact"},
    {"authentication", "web.users.settings"},     {"email-notification", "webconfig.email_notification"},
    {"fax-server", "webconfig.fax_server"},       {"mail-network", "webconfig.mail_network"},
    {"date-and-time", "webconfig.date_and_time"}, {"wired-lan", "screen.wired-lan-setup"},
};

std::string setting_name(std::string_view id, const SettingTable& settings, const Catalogue& words) {
  if (const auto* setting = settings.find(id)) return std::string(words.text(setting->text));
  const auto* whole = std::ranges::find(wholes, id, [](const auto& one) { return one.first; });
  return std::string(whole == std::end(wholes) ? id : words.text(whole->second));
}

std::string setting_names(std::string_view ids, const SettingTable& settings, const Catalogue& words) {
  if (ids.starts_with(wifi)) return fmt::format("{} {}", words.text("webconfig.wifi"), ids.substr(wifi.size()));
  constexpr std::string_view between = ", ";
  std::string names;
  while (!ids.empty()) {
    const auto end = std::min(ids.find(between), ids.size());
    names += fmt::format("{}{}", names.empty() ? "" : between, setting_name(ids.substr(0, end), settings, words));
    ids.remove_prefix(std::min(end + between.size(), ids.size()));
  }
  return names;
}

/// A text of the catalogues where there is one; as it stands otherwise.
std::string text_or(std::string_view detail, std::string_view family, const Catalogue& words) {
  const auto key = fmt::format("{}{}", family, detail);
  return std::string(words.has(key) ? words.text(key) : detail);
}

std::string what(AuditEvent event, std::string_view detail, const SettingTable& settings, const Catalogue& words) {
  switch (event) {
    case AuditEvent::settings_changed:
      return setting_names(detail, settings, words);
    case AuditEvent::defaults_restored:
      return text_or(detail, "restore.", words);
    case AuditEvent::email_server_changed:
      return text_or(detail, "value.", words);
    case AuditEvent::settings_exported:
    case AuditEvent::firmware_updated:
      return text_or(detail, "audit.detail.", words);
    case AuditEvent::users_removed:
    case AuditEvent::users_imported:
    case AuditEvent::contacts_imported:
      return words.text("audit.detail.count", {{"count", detail}});
    default:
      return std::string(detail);
  }
}

}  // namespace

AuditWords words_of(const AuditEntry& entry, const SettingTable& settings, const Catalogue& words) {
  std::string_view detail = entry.detail;
  std::string_view problem;
  if (!entry.done) {  // the failure's name is its end
    constexpr std::string_view before = ": ";
    const auto at = detail.rfind(before);
    const auto name = at == std::string_view::npos ? detail : detail.substr(at + before.size());
    if (const auto kind = failure_named(name)) {
      problem = words.text(words_for(*kind).problem);
      detail = at == std::string_view::npos ? "" : detail.substr(0, at);
    }
  }
  AuditWords said{
      .user = entry.user == nameless_administrator ? std::string(words.text("audit.administrator")) : entry.user,
      .place = text_or(entry.place, "audit.place.", words),
      .event = std::string(words.text(fmt::format("audit.event.{}", name_of(entry.event)))),
      .result = std::string(words.text(entry.done ? "audit.done" : "audit.failed")),
      .detail = detail.empty() ? "" : what(entry.event, detail, settings, words)};
  if (!problem.empty()) said.detail += fmt::format("{}{}", said.detail.empty() ? "" : ": ", problem);
  return said;
}

}  // namespace paneltwin::device
