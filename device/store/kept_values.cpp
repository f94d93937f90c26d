#include "device/store/kept_values.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "device/email/mail_servers.hpp"

namespace paneltwin::device {

namespace {

std::string written(bool value) { return value ? "1" : "0"; }

template <class Enum>
std::string written(Enum value) {
  return std::string(name_of(value));
}

SettingChanges under(MailRole role, const SettingChanges& changes) {
  SettingChanges named;
  for (const auto& [name, value] : changes) named[std::string(kept_under(role)) + name] = value;
  return named;
}

}  // namespace

std::string kept_name(std::string_view setting) { return "setting." + std::string(setting); }

SettingChanges kept(const EmailServerSettings& settings, MailRole role) {
  return under(role, {{"email.method", written(settings.method)},
                      {"email.service", written(settings.service)},
                      {"email.account", settings.account},
                      {"email.sender", settings.sender},
                      {"email.smtp_host", settings.smtp_host},
                      {"email.smtp_port", std::to_string(settings.smtp_port)},
                      {"email.security", written(settings.security)},
                      {"email.validate_certificate", written(settings.validate_certificate)},
                      {"email.pop3_host", settings.pop3_host},
                      {"email.pop3_port", std::to_string(settings.pop3_port)}});
}

SettingChanges kept(const AuthenticationSettings& settings) {
  return {{"users.on", written(settings.on)},
          {"users.method", written(settings.method)},
          {"users.may_register_cards", written(settings.users_may_register_cards)},
          {"users.automatic_log_out", std::to_string(settings.automatic_log_out.count())},
          {"users.log_out_without_card", written(settings.log_out_without_card)},
          {"users.accept_unknown_jobs", written(settings.accept_unknown_jobs)},
          {"users.sender_is_user", written(settings.sender_is_user)}};
}

SettingChanges kept(const std::optional<StoredSignIn>& sign_in, MailRole role) {
  SettingChanges changes{
      {"sign_in.service", {}}, {"sign_in.account", {}}, {"sign_in.since", {}}, {"sign_in.health", {}}};
  if (sign_in) {
    changes["sign_in.service"] = written(sign_in->service);
    changes["sign_in.account"] = sign_in->account;
    changes["sign_in.since"] = std::to_string(sign_in->since.time_since_epoch().count());
    changes["sign_in.health"] = written(sign_in->health);
  }
  return under(role, changes);
}

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string KeptValues::text(std::string_view name, std::string fallback) const {
  const auto found = values_.find(name);
  if (found == values_.end()) return fallback;
  return found->second;
}

std::int64_t KeptValues::number(std::string_view name, std::int64_t fallback, std::int64_t least, std::int64_t most) {
  if (!has(name)) return fallback;
  const auto words = text(name);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
  if (error == std::errc() && end == words.data() + words.size() && number >= least && number <= most) return number;
  complain(name);
  return fallback;
}

void KeptValues::complain(std::string_view name) {
  if (!complaint_) complaint_ = fmt::format("setting {} makes no sense: '{}'", name, text(name));
}

/// Before settings were declared, the basic ones were kept under names of their own: "basic.sleep_timer".
static std::string former_name(std::string setting) {
  std::ranges::replace(setting, '-', '_');
  return "basic." + setting;
}

Settings KeptValues::settings(const SettingTable& table) const {
  auto settings = table.initial();
  for (const auto& [id, setting] : table.all()) {
    const auto value = text(kept_name(id), text(former_name(id), setting.initial));
    if (check(setting, value)) settings.values[id] = value;
  }
  return settings;
}

FaxServer KeptValues::fax_server() {
  FaxServer fax;
  fax.use = flag("fax_server.use", fax.use);
  fax.domain = text("fax_server.domain");
  fax.recent_numbers = lines(text("fax_server.recent_numbers"));
  return fax;
}

EmailServerSettings KeptValues::email(MailRole role) {
  const auto name = [&](std::string_view part) { return fmt::format("{}email.{}", kept_under(role), part); };
  EmailServerSettings settings;
  settings.method = choice(name("method"), settings.method);
  settings.service = choice(name("service"), settings.service);
  settings.account = text(name("account"));
  settings.sender = text(name("sender"));
  settings.smtp_host = text(name("smtp_host"));
  settings.smtp_port = static_cast<std::uint16_t>(number(name("smtp_port"), settings.smtp_port, 1, 65535));
  settings.security = choice(name("security"), settings.security);
  settings.validate_certificate = flag(name("validate_certificate"), settings.validate_certificate);
  settings.pop3_host = text(name("pop3_host"));
  settings.pop3_port = static_cast<std::uint16_t>(number(name("pop3_port"), settings.pop3_port, 1, 65535));
  return settings;
}

AuthenticationSettings KeptValues::authentication() {
  AuthenticationSettings settings;
  settings.on = flag("users.on", settings.on);
  settings.method = choice("users.method", settings.method);
  settings.users_may_register_cards = flag("users.may_register_cards", settings.users_may_register_cards);
  settings.automatic_log_out =
      std::chrono::seconds(number("users.automatic_log_out", settings.automatic_log_out.count(), 10, 600));
  settings.log_out_without_card = flag("users.log_out_without_card", settings.log_out_without_card);
  settings.accept_unknown_jobs = flag("users.accept_unknown_jobs", settings.accept_unknown_jobs);
  settings.sender_is_user = flag("users.sender_is_user", settings.sender_is_user);
  return settings;
}

std::optional<StoredSignIn> KeptValues::sign_in(MailRole role) {
  const auto name = [&](std::string_view part) { return fmt::format("{}sign_in.{}", kept_under(role), part); };
  if (!has(name("service"))) return std::nullopt;
  constexpr auto any = std::numeric_limits<std::int64_t>::max();
  StoredSignIn sign_in;
  sign_in.service = choice(name("service"), EmailService::exchange_online);
  sign_in.account = text(name("account"));
  sign_in.since = Instant(Duration(number(name("since"), 0, 0, any)));
  sign_in.health = choice(name("health"), SignInHealth::good);
  return sign_in;
}

}  // namespace paneltwin::device
