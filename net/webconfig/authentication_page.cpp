// Authentication Settings: how people log in at the panel, and as whom their mail is sent.
#include <fmt/format.h>

#include "net/webconfig/form.hpp"
#include "net/webconfig/form_reader.hpp"
#include "net/webconfig/user_pages.hpp"

namespace paneltwin::net::webconfig {

using Kind = FormField::Kind;

static std::string on_off(bool value) { return value ? "ON" : "OFF"; }

static Form authentication_form(const device::AuthenticationSettings& now, const device::Catalogue& words) {
  const auto text = [&](std::string_view key) { return std::string(words.text(key)); };
  FormField on{.name = "INPUTR_USERAUTH", .label = text("web.users.on"), .kind = Kind::radio, .value = on_off(now.on)};
  on.choices = choices_of({{"ON", "value.on"}, {"OFF", "value.off"}}, words);
  FormField method{.name = "INPUTD_LOGINMETHOD",
                   .label = text("web.users.method"),
                   .kind = Kind::choice,
                   .value = in_capitals(device::name_of(now.method))};
  for (const auto name : device::names<device::LogInMethod>) {
    method.choices.push_back({in_capitals(name), text(fmt::format("web.users.method.{}", name))});
  }
  FormField log_out{.name = "INPUTT_LOGOUTTIME",
                    .label = text("web.users.log_out"),
                    .kind = Kind::number,
                    .value = std::to_string(now.automatic_log_out.count()),
                    .least = 10,
                    .highest = 600,
                    .device_name = "automatic_log_out"};
  FormField sender{.name = "INPUTR_MYEMAILSENDER",
                   .label = text("web.users.sender"),
                   .kind = Kind::radio,
                   .value = now.sender_is_user ? "USER" : "DEVICE"};
  sender.choices = choices_of({{"USER", "web.users.sender.user"}, {"DEVICE", "web.users.sender.device"}}, words);
  return {.groups = {{"",
                      {on,
                       method,
                       {.name = "INPUTC_REGISTERCARD",
                        .label = text("web.users.may_register"),
                        .kind = Kind::check,
                        .value = on_off(now.users_may_register_cards)},
                       log_out,
                       {.name = "INPUTC_WITHOUTCARD",
                        .label = text("web.users.without_card"),
                        .kind = Kind::check,
                        .value = on_off(now.log_out_without_card)},
                       {.name = "INPUTC_ACCEPTUNKNOWN",
                        .label = text("access_control.accept_unknown_jobs"),
                        .kind = Kind::check,
                        .value = on_off(now.accept_unknown_jobs)}}},
                     {text("screen.scan-my-email"), {sender}}}};
}

static device::AuthenticationSettings settings_in(const FormValues& values) {
  device::AuthenticationSettings settings;
  settings.on = values.at("INPUTR_USERAUTH") == "ON";
  settings.method = chosen<device::LogInMethod>(values.at("INPUTD_LOGINMETHOD")).value_or(settings.method);
  settings.users_may_register_cards = values.at("INPUTC_REGISTERCARD") == "ON";
  settings.automatic_log_out = std::chrono::seconds(std::stoi(values.at("INPUTT_LOGOUTTIME")));
  settings.log_out_without_card = values.at("INPUTC_WITHOUTCARD") == "ON";
  settings.accept_unknown_jobs = values.at("INPUTC_ACCEPTUNKNOWN") == "ON";
  settings.sender_is_user = values.at("INPUTR_MYEMAILSENDER") == "USER";
  return settings;
}

void add_authentication_page(Site& site) {
  add_form_page(site, {.id = "SEC_EPA_BASIC",
                       .form =
                           [&site](const Visit& visit) {
                             return authentication_form(site.device.snapshot()->users.settings, visit.words);
                           },
                       .store =
                           [&site](const Visit&, const FormValues& values, device::Reply reply) {
                             site.device.post(device::command::SetAuthentication{settings_in(values)}, std::move(reply),
                                              device::Origin::web);
                           }});
}

}  // namespace paneltwin::net::webconfig
