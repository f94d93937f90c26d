#include "net/webconfig/settings_pages.hpp"

#include <algorithm>
#include <set>

#include "device/settings/setting_words.hpp"
#include "net/webconfig/form_reader.hpp"
#include "net/webconfig/language.hpp"

namespace paneltwin::net::webconfig {

namespace {

using device::SettingKind;
using Kind = FormField::Kind;

/// A setting's value as forms post it: in capitals where the machine has a word for it.
std::string posted_value(const device::Setting& setting, const std::string& value) {
  return setting.kind == SettingKind::on_off || setting.kind == SettingKind::choice ? in_capitals(value) : value;
}

std::string setting_value(const device::Setting& setting, const std::string& posted) {
  if (setting.kind == SettingKind::on_off) return posted == "ON" ? "on" : "off";
  if (setting.kind != SettingKind::choice) return posted;
  const auto found =
      std::ranges::find(setting.choices, posted, [](const auto& choice) { return in_capitals(choice.id); });
  return found == setting.choices.end() ? posted : found->id;
}

/// Numbers that the panel offers as choices; what is set, or a program posts, may lie between them.
std::set<int> offered(const device::Setting& setting, std::initializer_list<std::string> others) {
  std::set<int> numbers(setting.offers.begin(), setting.offers.end());
  for (const auto& other : others) {
    if (device::check(setting, other)) numbers.insert(std::stoi(other));
  }
  return numbers;
}

bool has_choices(const device::Setting& setting) {
  return setting.kind == SettingKind::on_off || setting.kind == SettingKind::choice ||
         setting.kind == SettingKind::language || !setting.offers.empty();
}

void put_choices(FormField& field, const device::Setting& setting, const Site& site, const Visit& visit) {
  const auto& words = visit.words;
  if (setting.kind == SettingKind::number) {
    field.kind = Kind::choice;
    for (const int number : offered(setting, {field.value, visit.field(field.name)})) {
      const auto value = std::to_string(number);
      field.choices.push_back({value, device::value_words(setting, value, words, site.texts)});
    }
  } else if (setting.kind == SettingKind::on_off) {
    field.kind = Kind::radio;
    field.choices = choices_of({{"ON", "value.enable"}, {"OFF", "value.disable"}}, words);
  } else if (setting.kind == SettingKind::language) {
    field.kind = Kind::choice;
    for (const auto& language : languages(site.texts)) field.choices.push_back({language.tag, language.name});
  } else {
    field.kind = setting.choices.size() <= 3 ? Kind::radio : Kind::choice;
    for (const auto& choice : setting.choices) {
      field.choices.push_back({in_capitals(choice.id), std::string(words.text(choice.text))});
    }
  }
}

void put_limits(FormField& field, const device::Setting& setting, const device::Catalogue& words) {
  if (setting.kind == SettingKind::number) {
    field.kind = Kind::number;
    field.least = setting.zero.empty() ? setting.least : std::min(setting.least, 0);
    field.highest = setting.most;
    field.help = words.text("webconfig.form.number",
                            {{"least", std::to_string(setting.least)}, {"most", std::to_string(setting.most)}});
    if (!setting.zero.empty()) {
      field.help += words.text("webconfig.form.zero", {{"meaning", words.text(setting.zero)}});
    }
  } else {
    field.most = setting.kind == SettingKind::address ? 15 : setting.limit;
  }
}

const device::Setting* setting_of(const Site& site, const SettingRow& row) {
  const auto* setting = site.device.settings().find(row.setting);
  const bool is_here = setting && (setting->needs.empty() || site.device.snapshot()->product.has(setting->needs));
  return is_here ? setting : nullptr;
}

/// The field that a setting's only condition looks at, when it stands on the same page.
std::pair<std::string, std::string> condition(const SettingPage& page, const Site& site,
                                              const device::Setting& setting) {
  if (setting.when.size() != 1 || setting.when.front().second.size() != 1) return {};
  for (const auto& group : page.groups) {
    for (const auto& row : group.rows) {
      const auto* other = setting_of(site, row);
      if (!other || row.setting != setting.when.front().first) continue;
      return {std::string(row.field), posted_value(*other, setting.when.front().second.front())};
    }
  }
  return {};
}

}  // namespace

Form setting_form(const SettingPage& page, const Site& site, const Visit& visit) {
  const auto state = site.device.snapshot();
  Form form;
  for (const auto& group : page.groups) {
    FormGroup shown{.title = group.title.empty() ? "" : std::string(visit.words.text(group.title))};
    for (const auto& row : group.rows) {
      const auto* setting = setting_of(site, row);
      if (!setting) continue;
      FormField field{.name = std::string(row.field),
                      .label = std::string(visit.words.text(setting->text)),
                      .value = posted_value(*setting, state->settings.text(row.setting)),
                      .device_name = setting->id,
                      .when = condition(page, site, *setting)};
      if (has_choices(*setting)) {
        put_choices(field, *setting, site, visit);
      } else {
        put_limits(field, *setting, visit.words);
      }
      shown.fields.push_back(std::move(field));
    }
    if (!shown.fields.empty()) form.groups.push_back(std::move(shown));
  }
  return form;
}

void store_settings(const SettingPage& page, const Site& site, const FormValues& values, device::Reply reply) {
  device::command::SetSettings command;
  for (const auto& group : page.groups) {
    for (const auto& row : group.rows) {
      const auto* setting = setting_of(site, row);
      const auto value = values.find(row.field);
      if (setting && value != values.end()) command.values[setting->id] = setting_value(*setting, value->second);
    }
  }
  // What stays as it is, is not written again, nor logged as changed.
  const auto state = site.device.snapshot();
  std::erase_if(command.values, [&](const auto& one) { return state->settings.text(one.first) == one.second; });
  if (command.values.empty()) return reply(0);
  site.device.post(std::move(command), std::move(reply), device::Origin::web);
}

void add_setting_page(Site& site, SettingPage setting_page) {
  const bool has_any = std::ranges::any_of(setting_page.groups, [&](const SettingGroup& group) {
    return std::ranges::any_of(group.rows, [&](const SettingRow& row) { return setting_of(site, row) != nullptr; });
  });
  if (!has_any) return;
  const auto page = std::make_shared<const SettingPage>(std::move(setting_page));
  add_form_page(
      site, {.id = page->id,
             .form = [&site, page](const Visit& visit) { return setting_form(*page, site, visit); },
             .store = [&site, page](const Visit&, const FormValues& values,
                                    device::Reply reply) { store_settings(*page, site, values, std::move(reply)); }});
}

void add_settings_pages(Site& site) {
  add_setting_page(site, {"NW_BASIC",
                          {{"", {{"INPUTT_DEVICENAME", "device-name"}}},
                           {"webconfig.tcp_ip",
                            {{"INPUTR_OBTAINIP", "obtain-ip-address"},
                             {"INPUTT_IPADDRESS", "ip-address"},
                             {"INPUTT_SUBNETMASK", "subnet-mask"},
                             {"INPUTT_GATEWAY", "default-gateway"}}},
                           {"webconfig.dns",
                            {{"INPUTR_DNSSETTING", "dns-server-setting"},
                             {"INPUTT_PRIMARYDNS", "primary-dns"},
                             {"INPUTT_SECONDARYDNS", "secondary-dns"}}},
                           {"webconfig.proxy",
                            {{"INPUTR_PROXY", "proxy-server-setting"},
                             {"INPUTT_PROXYSERVER", "proxy-server"},
                             {"INPUTT_PROXYPORT", "proxy-port"}}},
                           {"webconfig.ipv6", {{"INPUTR_IPV6", "ipv6"}}}}});
  add_setting_page(site, {"NW_WIRED", {{"", {{"INPUTD_LINKSPEED", "link-speed"}}}}});
  add_setting_page(site, {"NW_SERVICE_MSNW",
                          {{"", {{"INPUTR_MSNETWORK", "ms-network"}, {"INPUTT_WORKGROUP", "ms-network-workgroup"}}}}});
  add_setting_page(site, {"NW_SERVICE_WIFID", {{"", {{"INPUTR_WIFIDIRECT", "wifi-direct"}}}}});
  add_setting_page(site, {"NW_SERVICE_PRTCL", {{"", {{"INPUTR_WSD", "wsd"}, {"INPUTR_RAW", "raw-printing"}}}}});
  add_setting_page(site, {"NWS_SSLTLS_BASIC", {{"", {{"INPUTR_REDIRECTHTTPS", "redirect-https"}}}}});
  add_setting_page(site, {"SEC_EXTERNALIF", {{"", {{"INPUTR_MEMORYDEVICE", "memory-device-interface"}}}}});
  add_setting_page(site, {"SEC_PASSWORDENCRYPTION", {{"", {{"INPUTR_PASSWORDENCRYPTION", "password-encryption"}}}}});
  add_setting_page(site, {"SEC_PROGRAMVERIFICATION", {{"", {{"INPUTR_PROGRAMVERIFICATION", "program-verification"}}}}});
  add_setting_page(site, {"ADMIN_PASSWORDPOLICY",
                          {{"",
                            {{"INPUTT_MINLENGTH", "password-length"},
                             {"INPUTR_UPPERCASE", "password-upper-case"},
                             {"INPUTR_LOWERCASE", "password-lower-case"},
                             {"INPUTR_DIGITS", "password-digits"},
                             {"INPUTR_SYMBOLS", "password-symbols"}}}}});
  add_setting_page(site, {"SYS_CONTROLPANEL",
                          {{"",
                            {{"INPUTD_LANGUAGE", "language"},
                             {"INPUTT_OPERATIONTIMEOUT", "operation-time-out"},
                             {"INPUTD_KEYBOARD", "keyboard"}}},
                           {"screen.sound",
                            {{"INPUTR_MUTE", "mute"},
                             {"INPUTT_BUTTONPRESS", "button-press"},
                             {"INPUTT_COMPLETION", "completion-notice"},
                             {"INPUTT_ADFSET", "adf-document-set"},
                             {"INPUTT_WARNING", "warning-tone"},
                             {"INPUTT_ERROR", "error-tone"},
                             {"INPUTD_SOUNDTYPE", "sound-type"},
                             {"INPUTR_QUIETMODE", "quiet-mode"},
                             {"INPUTT_QUIETBUTTONPRESS", "quiet-button-press"}}}}});
  add_setting_page(site, {"SYS_ENASAVE",
                          {{"",
                            {{"INPUTT_SLEEPTIMER", "sleep-timer"},
                             {"INPUTR_WAKETOUCH", "wake-with-touch"},
                             {"INPUTT_OFFINACTIVE", "power-off-if-inactive"},
                             {"INPUTT_OFFDISCONNECTED", "power-off-if-disconnected"}}}}});
  add_setting_page(site, {"ADMIN_FIRMWAREAUTO",
                          {{"",
                            {{"INPUTR_AUTOUPDATE", "firmware-automatic-update"},
                             {"INPUTR_NOTIFICATION", "firmware-notification"},
                             {"INPUTD_HOUR", "firmware-update-hour"}}}}});
  add_setting_page(site, {"SCAN_EMAIL",
                          {{"",
                            {{"INPUTD_COLORMODE", "scan-color-mode"},
                             {"INPUTD_FILEFORMAT", "scan-file-format"},
                             {"INPUTT_RESOLUTION", "scan-resolution"},
                             {"INPUTR_TWOSIDED", "scan-two-sided"},
                             {"INPUTT_SUBJECT", "scan-subject"},
                             {"INPUTT_ATTACHMENTLIMIT", "scan-attachment-limit"},
                             {"INPUTT_FILENAMEPREFIX", "scan-file-name-prefix"}}}}});
}

}  // namespace paneltwin::net::webconfig
