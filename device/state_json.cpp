// The state as JSON. What is not written here never leaves the machine: a sign-in's code, above all.
#include <boost/json.hpp>

#include "device/condition/condition_json.hpp"
#include "device/contacts/contact_json.hpp"
#include "device/names.hpp"
#include "device/presets/preset_json.hpp"

namespace paneltwin::device {

namespace json = boost::json;

namespace {

json::string text(std::string_view words) { return json::string(words); }

template <class Enum>
json::value by_name(Enum value) {
  return text(name_of(value));
}

/// null when there is nothing.
template <class T, class Convert>
json::value maybe(const std::optional<T>& value, Convert convert) {
  return value ? json::value(convert(*value)) : json::value(nullptr);
}

template <class T, class Convert>
json::array each(const std::vector<T>& values, Convert convert) {
  json::array list;
  for (const auto& value : values) list.push_back(convert(value));
  return list;
}

json::value of(const std::string& words) { return text(words); }

json::object of(const Failure& failure) { return {{"kind", by_name(failure.kind)}, {"detail", text(failure.detail)}}; }

json::object of(const Product& product) {
  return {{"model_id", product.model_id},
          {"model_name", product.model_name},
          {"serial", product.serial},
          {"firmware", product.firmware},
          {"mac_address", product.mac_address},
          {"functions", each(product.functions, [](const std::string& words) { return of(words); })}};
}

json::object of(const BasicSettings& basic) {
  return {{"language", basic.language},
          {"sleep_timer", basic.sleep_timer.count()},
          {"operation_time_out", basic.operation_time_out.count()},
          {"button_press_volume", basic.button_press_volume},
          {"keyboard", basic.keyboard},
          {"device_name", basic.device_name}};
}

json::object of(const Network& network) {
  return {{"link", network.link},
          {"connection_status", network.connection_status},
          {"dhcp", network.dhcp},
          {"ip_address", network.ip_address},
          {"subnet_mask", network.subnet_mask},
          {"default_gateway", network.default_gateway},
          {"primary_dns", network.primary_dns},
          {"secondary_dns", network.secondary_dns},
          {"dns_host_name", network.dns_host_name},
          {"dns_domain_name", network.dns_domain_name},
          {"proxy", network.proxy},
          {"ipv6", network.ipv6},
          {"ipv6_link_local", network.ipv6_link_local},
          {"web_config", network.web_config},
          {"fits", network.fits},
          {"leads_out", network.leads_out},
          {"finds_names", network.finds_names}};
}

json::object of(const FoundNetwork& network) {
  return {
      {"ssid", network.ssid}, {"security", network.security}, {"channel", network.channel}, {"signal", network.signal}};
}

json::object of(const Wifi& wifi) {
  return {{"in_use", wifi.in_use},
          {"joined", wifi.joined},
          {"network", of(wifi.network)},
          {"error", wifi.error},
          {"pin_waits", !wifi.pin.empty()},
          {"found", each(wifi.found, [](const FoundNetwork& network) { return of(network); })},
          {"direct_ssid", wifi.direct_ssid},
          {"direct_address", wifi.direct_address},
          {"direct_devices", wifi.direct_devices}};
}

json::object of(const ConnectionCheck& check) {
  return {{"running", check.running},
          {"done", check.done},
          {"error", check.error},
          {"cable", check.cable},
          {"ip_address", check.ip_address},
          {"ip_setup", check.ip_setup},
          {"name_server", check.name_server},
          {"ssid", check.ssid},
          {"password", check.password}};
}

json::object of(const AdminSettings& admin) {
  return {{"user_name", admin.user_name},
          {"lock_setting", admin.lock_setting},
          {"panel_logged_in", admin.panel_logged_in},
          {"contact_name", admin.contact_name}};
}

json::object of(const AuthenticationSettings& settings) {
  return {{"on", settings.on},
          {"method", by_name(settings.method)},
          {"users_may_register_cards", settings.users_may_register_cards},
          {"automatic_log_out", settings.automatic_log_out.count()},
          {"log_out_without_card", settings.log_out_without_card},
          {"accept_unknown_jobs", settings.accept_unknown_jobs},
          {"sender_is_user", settings.sender_is_user}};
}

json::object of(const LoggedInUser& user) {
  json::array rights;
  for (const auto right : all_rights) {
    if (user.rights.has(right)) rights.push_back(by_name(right));
  }
  return {{"id", user.id}, {"name", user.name}, {"email", user.email}, {"rights", rights}};
}

json::object of(const OwnSignIn& sign_in) {
  return {{"phase", by_name(sign_in.phase)},
          {"page", by_name(sign_in.page.kind)},
          {"problem", sign_in.page.problem},
          {"error", sign_in.page.error},
          {"verification_uri", sign_in.verification_uri},
          {"account", sign_in.account},
          {"failure", maybe(sign_in.failure, [](const Failure& failure) { return of(failure); })}};
}

json::object of(const FileImport& import) {
  return {
      {"done", import.done},   {"rows", import.rows},
      {"kept", import.kept},   {"bad", import.bad.size()},
      {"ended", import.ended}, {"failure", maybe(import.failure, [](const Failure& failure) { return of(failure); })}};
}

/// The register itself stays out: a thousand people's data, and every reader of a state would pay for it.
json::object of(const UserAccess& users) {
  return {{"settings", of(users.settings)},
          {"count", users.list->size()},
          {"user", maybe(users.user, [](const LoggedInUser& user) { return of(user); })},
          {"card_lies", users.card_lies},
          {"registering_card", users.registering_card},
          {"sign_in", maybe(users.sign_in, [](const OwnSignIn& sign_in) { return of(sign_in); })},
          {"import", maybe(users.import, [](const FileImport& import) { return of(import); })}};
}

json::object of(const EmailServerSettings& stored) {
  return {{"method", by_name(stored.method)},
          {"service", by_name(stored.service)},
          {"account", stored.account},
          {"sender", stored.sender},
          {"smtp_host", stored.smtp_host},
          {"smtp_port", stored.smtp_port},
          {"security", by_name(stored.security)},
          {"validate_certificate", stored.validate_certificate},
          {"pop3_host", stored.pop3_host},
          {"pop3_port", stored.pop3_port}};
}

json::object of(const StoredSignIn& sign_in) {
  return {{"service", by_name(sign_in.service)},
          {"account", sign_in.account},
          {"since", to_iso8601(sign_in.since)},
          {"health", by_name(sign_in.health)}};
}

json::object of(const SignInAttempt& attempt) {
  return {{"id", attempt.id},
          {"service", by_name(attempt.service)},
          {"phase", by_name(attempt.phase)},
          {"verification_uri", attempt.verification_uri},
          {"expires_at", to_iso8601(attempt.expires_at)},
          {"account", attempt.account},
          {"failure", maybe(attempt.failure, [](const Failure& failure) { return of(failure); })}};
}

json::object of(const EmailServer& email) {
  return {{"stored", of(email.stored)},
          {"password_set", email.password_set},
          {"sign_in", maybe(email.sign_in, [](const StoredSignIn& sign_in) { return of(sign_in); })},
          {"attempts", each(email.attempts, [](const SignInAttempt& attempt) { return of(attempt); })},
          {"effective_host", email.effective_host},
          {"effective_port", email.effective_port},
          {"effective_security", by_name(email.effective_security)},
          {"effective_sender", email.effective_sender}};
}

json::object of(const Firmware& firmware) {
  return {{"phase", by_name(firmware.phase)},
          {"percent", firmware.percent},
          {"newest", firmware.newest},
          {"failure", maybe(firmware.failure, [](const Failure& failure) { return of(failure); })}};
}

json::object of(const RootCertificates& roots) {
  return {{"version", roots.version},
          {"updating", roots.updating},
          {"up_to_date", roots.up_to_date},
          {"failure", maybe(roots.failure, [](const Failure& failure) { return of(failure); })}};
}

json::object of(const FaxServer& fax) {
  return {{"use", fax.use},
          {"domain", fax.domain},
          {"email", of(fax.email)},
          {"recent_numbers", each(fax.recent_numbers, [](const std::string& words) { return of(words); })}};
}

json::object of(const AdditionalNetwork& additional) {
  return {{"mail", by_name(additional.mail)},
          {"network", of(additional.network)},
          {"mac_address", additional.mac_address},
          {"email", of(additional.email)}};
}

json::object of(const Notifications& notifications) {
  json::array destinations;
  for (const auto& destination : notifications.destinations) {
    json::array events;
    for (const auto event : destination.events) events.push_back(by_name(event));
    destinations.push_back(
        {{"address", destination.address}, {"language", destination.language}, {"events", std::move(events)}});
  }
  return {{"destinations", std::move(destinations)},
          {"name_device", notifications.name_device},
          {"name_address", notifications.name_address},
          {"name_serial", notifications.name_serial}};
}

json::object of(const Job& job) {
  return {{"receipt", job.receipt},
          {"type", by_name(job.type)},
          {"phase", by_name(job.phase)},
          {"result", by_name(job.result)},
          {"started", to_iso8601(job.started)},
          {"ended", maybe(job.ended, [](Instant at) { return json::value(to_iso8601(at)); })},
          {"user", job.user},
          {"from", job.from},
          {"destinations", each(job.destinations, [](const std::string& words) { return of(words); })},
          {"subject", job.subject},
          {"file_name", job.file_name},
          {"pages_done", job.pages_done},
          {"pages_total", job.pages_total},
          {"failure", maybe(job.failure, [](const Failure& failure) { return of(failure); })},
          {"code", job.failure ? words_for(job.failure->kind).code : 0},
          {"resent_after_restart", job.resent_after_restart}};
}

json::object of(const Interruption& interruption) {
  return {{"receipt", interruption.receipt}, {"stands", interruption.stands}};
}

json::object of(const ProgramVerification& program) {
  return {{"phase", by_name(program.phase)},
          {"altered", json::value_from(program.altered)},
          {"altered_count", program.altered_count}};
}

json::object of(const Notice& notice) {
  return {{"id", notice.id},
          {"kind", maybe(notice.kind, [](FailureKind kind) { return by_name(kind); })},
          {"message_key", notice.message_key},
          {"receipt", maybe(notice.receipt, [](ReceiptNumber receipt) { return json::value(receipt); })}};
}

json::object of(const MemoryDeviceInfo& device) {
  return {
      {"name", device.name}, {"files", json::value_from(device.files)}, {"write_protected", device.write_protected}};
}

json::object of(const HomeSettings& home) {
  return {{"order", json::value_from(home.order)},
          {"hidden", json::value_from(home.hidden)},
          {"wallpaper", home.wallpaper}};
}

json::object of(const OriginalInfo& original) { return {{"name", original.name}, {"pages", original.pages}}; }

}  // namespace

std::string to_json(const State& state) {
  // Another model may have been here before, and left what this one lacks.
  const auto fax_server = state.product.has(fax_server_function) ? state.fax_server : std::nullopt;
  const auto additional = state.product.has(board_function) ? state.additional_network : std::nullopt;
  const auto original = [](const OriginalInfo& info) { return of(info); };
  const auto job = [](const Job& one) { return of(one); };
  const json::object whole{
      {"revision", state.revision},
      {"product", of(state.product)},
      {"firmware", of(state.firmware)},
      {"root_certificates", of(state.root_certificates)},
      {"brought_certificate", state.brought_certificate},
      {"program", of(state.program)},
      {"power", by_name(state.power)},
      {"time_outs", state.time_outs},
      {"settings", json::value_from(state.settings.values)},
      {"basic", of(state.basic)},
      {"network", of(state.network)},
      {"wifi", of(state.wifi)},
      {"connection_check", of(state.connection_check)},
      {"clock_error", std::chrono::floor<std::chrono::seconds>(state.clock_error).count()},
      {"admin", of(state.admin)},
      {"users", of(state.users)},
      {"email", of(state.email)},
      {"fax_server", maybe(fax_server, [](const FaxServer& fax) { return json::value(of(fax)); })},
      {"additional_network",
       maybe(additional, [](const AdditionalNetwork& network) { return json::value(of(network)); })},
      {"notifications", of(state.notifications)},
      {"active", each(state.active, job)},
      {"interruption", maybe(state.interruption, [](const Interruption& one) { return json::value(of(one)); })},
      {"log", each(state.log, job)},
      {"recent_recipients", each(state.recent_recipients, [](const std::string& words) { return of(words); })},
      {"notices", each(state.notices, [](const Notice& notice) { return of(notice); })},
      {"glass", maybe(state.glass, original)},
      {"feeder", maybe(state.feeder, original)},
      {"memory_device", maybe(state.memory_device, [](const MemoryDeviceInfo& device) { return of(device); })},
      {"home", of(state.home)},
      {"contacts", each(state.contacts, [](const Contact& contact) { return json_of(contact); })},
      {"contact_import", maybe(state.contact_import, [](const FileImport& import) { return of(import); })},
      {"presets", each(state.presets, [](const Preset& preset) { return json_of(preset); })},
      {"conditions", json_of(state.conditions)},
      {"device_errors", each(state.device_errors, [](FailureKind kind) { return by_name(kind); })},
      {"device_warnings", each(state.device_warnings, [](FailureKind kind) { return by_name(kind); })}};
  return json::serialize(whole);
}

}  // namespace paneltwin::device
