#include "panel/scenario.hpp"

#include "device/text/spelling.hpp"
#include "panel/automation/condition_yaml.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;
using device::did_you_mean;
using device::EmailMethod;
using device::EmailService;
using device::FileError;
using device::Security;

using strict::flag;
using strict::one_of;
using strict::text;

namespace {

Scenario::Mail read_mail(const YAML::Node& node) {
  strict::allow_only(
      node, {"method", "service", "account", "saved", "sender", "host", "port", "security", "user", "password"});
  Scenario::Mail mail;
  auto& email = mail.settings;
  email.method = one_of<EmailMethod>(
      node["method"],
      {{"off", EmailMethod::off}, {"smtp-auth", EmailMethod::smtp_auth}, {"oauth2", EmailMethod::oauth2}});
  if (const auto service = node["service"]) {
    email.service = one_of<EmailService>(
        service, {{"exchange-online", EmailService::exchange_online}, {"outlook-com", EmailService::outlook_com}});
  }
  if (const auto account = node["account"]) {
    mail.sign_in = Scenario::SignIn{
        .service = email.service, .account = text(account), .saved = !node["saved"] || flag(node["saved"])};
  }
  if (const auto sender = node["sender"]) email.sender = text(sender);
  if (const auto host = node["host"]) email.smtp_host = text(host);
  if (const auto port = node["port"]) email.smtp_port = static_cast<std::uint16_t>(strict::number(port, 1, 65535));
  if (const auto security = node["security"]) {
    email.security = one_of<Security>(
        security, {{"none", Security::none}, {"ssl-tls", Security::ssl_tls}, {"starttls", Security::starttls}});
  }
  if (const auto user = node["user"]) email.account = text(user);
  if (const auto password = node["password"]) mail.password = text(password);
  return mail;
}

Scenario read(const YAML::Node& root) {
  Scenario scenario;
  if (root.IsNull()) return scenario;
  strict::allow_only(root, {"e-mail", "users", "fax-server", "lock-setting", "language", "originals", "faults",
                            "conditions", "clock", "jobs"});
  if (const auto email = root["e-mail"]) scenario.mail[device::MailRole::email] = read_mail(email);
  if (const auto fax = root["fax-server"]) {
    strict::allow_only(fax, {"domain", "e-mail"});
    scenario.mail[device::MailRole::fax_server] = read_mail(fax["e-mail"]);
    scenario.fax_domain = text(fax["domain"]);
  }
  if (const auto users = root["users"]) scenario.users = read_users(users);
  if (const auto lock = root["lock-setting"]) scenario.lock_setting = flag(lock);
  if (const auto language = root["language"]) scenario.language = text(language);
  if (const auto originals = root["originals"]) {
    strict::allow_only(originals, {"glass", "feeder"});
    for (const auto& entry : originals) {
      const auto place = entry.first.Scalar() == "glass" ? device::OriginalPlace::glass : device::OriginalPlace::feeder;
      scenario.originals[place] = text(entry.second);
    }
  }
  for (const auto& fault : root["faults"]) scenario.faults.push_back(text(fault));
  if (const auto conditions = root["conditions"]) scenario.conditions = conditions_of(conditions);
  if (const auto clock = root["clock"]) {
    strict::allow_only(clock, {"advance"});
    scenario.advance = strict::duration(clock["advance"]);
  }
  for (const auto& job : root["jobs"]) scenario.print_status_sheet = one_of<bool>(job, {{"print-status-sheet", true}});
  return scenario;
}

}  // namespace

std::expected<Scenario, FileError> load_scenario(const device::Assets& assets, std::string_view name) {
  const auto asset = "scenarios/" + std::string(name) + ".yaml";
  const auto file = assets.find(asset);
  if (!file) {
    std::vector<std::string> names;
    for (const auto& one : assets.list("scenarios", ".yaml")) names.push_back(one.stem().string());
    return std::unexpected(
        FileError{.file = asset, .message = "there is no such scenario" + did_you_mean(names, name)});
  }
  return strict::read_strictly(*file, read);
}

}  // namespace paneltwin::panel
