#include "device/store/kept_values.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include <fmt/format.h>

namespace paneltwin::device {

namespace {

std::string written(bool value) { return value ? "1" : "0"; }

template <class Enum>
std::string written(Enum value) {
  return std::string(name_of(value));
}

}  // namespace

std::string kept_name(std::string_view setting) { return "setting." + std::string(setting); }

SettingChanges kept(const EmailServerSettings& settings) {
  return {{"email.method", written(settings.method)},
          {"email.service", written(settings.service)},
          {"email.account", settings.account},
          {"email.sender", settings.sender},
          {"email.smtp_host", settings.smtp_host},
          {"email.smtp_port", std::to_string(settings.smtp_port)},
          {"email.security", written(settings.security)},
          {"email.validate_certificate", written(settings.validate_certificate)},
          {"email.pop3_host", settings.pop3_host},
          {"email.pop3_port", std::to_string(settings.pop3_port)}};
}

SettingChanges kept(const std::optional<StoredSignIn>& sign_in) {
  SettingChanges changes{
      {"sign_in.service", {}}, {"sign_in.account", {}}, {"sign_in.since", {}}, {"sign_in.health", {}}};
  if (sign_in) {
    changes["sign_in.service"] = written(sign_in->service);
    changes["sign_in.account"] = sign_in->account;
    changes["sign_in.since"] = std::to_string(sign_in->since.time_since_epoch().count());
    changes["sign_in.health"] = written(sign_in->health);
  }
  return changes;
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

EmailServerSettings KeptValues::email() {
  EmailServerSettings settings;
  settings.method = choice("email.method", settings.method);
  settings.service = choice("email.service", settings.service);
  settings.account = text("email.account");
  settings.sender = text("email.sender");
  settings.smtp_host = text("email.smtp_host");
  settings.smtp_port = static_cast<std::uint16_t>(number("email.smtp_port", settings.smtp_port, 1, 65535));
  settings.security = choice("email.security", settings.security);
  settings.validate_certificate = flag("email.validate_certificate", settings.validate_certificate);
  settings.pop3_host = text("email.pop3_host");
  settings.pop3_port = static_cast<std::uint16_t>(number("email.pop3_port", settings.pop3_port, 1, 65535));
  return settings;
}

std::optional<StoredSignIn> KeptValues::sign_in() {
  if (!has("sign_in.service")) return std::nullopt;
  constexpr auto any = std::numeric_limits<std::int64_t>::max();
  StoredSignIn sign_in;
  sign_in.service = choice("sign_in.service", EmailService::exchange_online);
  sign_in.account = text("sign_in.account");
  sign_in.since = Instant(Duration(number("sign_in.since", 0, 0, any)));
  sign_in.health = choice("sign_in.health", SignInHealth::good);
  return sign_in;
}

}  // namespace paneltwin::device
