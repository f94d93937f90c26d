#include "net/webconfig/wifi_page.hpp"

#include "net/webconfig/form.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view wifi_id = "NW_WIFI";
constexpr const char *use_field = "INPUTR_WIFI", *ssid_field = "INPUTD_SSID",
                     *network_password_field = "INPUTT_PASSPHRASE";
constexpr std::size_t longest_network_password = 63;  // of WPA (IEEE 802.11, annex J)

Form wifi_form(const Site& site, const Visit& visit) {
  const auto wifi = site.device.snapshot()->wifi;
  FormField use{.name = use_field,
                .label = std::string(visit.words.text("webconfig.wifi")),
                .kind = FormField::Kind::radio,
                .value = wifi.in_use ? "ON" : "OFF",
                .choices = choices_of({{"ON", "value.use"}, {"OFF", "value.do_not_use"}}, visit.words),
                .help = std::string(visit.words.text("webconfig.wifi.help"))};
  FormField ssid{.name = ssid_field,
                 .label = std::string(visit.words.text("wifi.ssid")),
                 .kind = FormField::Kind::choice,
                 .value = wifi.network.ssid,
                 .when = {use_field, "ON"}};
  for (const auto& found : wifi.found) ssid.choices.push_back({found.ssid, found.ssid + " (" + found.security + ")"});
  if (wifi.found.empty()) {
    ssid.kind = FormField::Kind::shown;
    ssid.value = visit.words.text("check.remedy.E-2");
  }
  FormField password{.name = network_password_field,
                     .label = std::string(visit.words.text("wifi.password")),
                     .kind = FormField::Kind::password,
                     .most = longest_network_password,
                     .when = {use_field, "ON"}};
  return {.groups = {{.fields = {std::move(use), std::move(ssid), std::move(password)}}}};
}

void store_wifi(Site& site, const FormValues& values, device::Reply reply) {
  if (values.at(use_field) == "OFF") {
    return site.device.post(device::command::UseWiredLan{}, std::move(reply), device::Origin::web);
  }
  site.device.post(device::command::JoinWifi{values.at(ssid_field), values.at(network_password_field)},
                   std::move(reply), device::Origin::web);
}

}  // namespace

void add_wifi_page(Site& site) {
  add_form_page(site, {.id = wifi_id,
                       .form = [&site](const Visit& visit) { return wifi_form(site, visit); },
                       .store = [&site](const Visit&, const FormValues& values,
                                        device::Reply reply) { store_wifi(site, values, std::move(reply)); }});
}

}  // namespace paneltwin::net::webconfig
