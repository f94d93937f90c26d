#include "net/webconfig/mail_network_page.hpp"

#include "net/webconfig/form.hpp"
#include "net/webconfig/form_reader.hpp"

namespace paneltwin::net::webconfig {

namespace {

Form mail_network_form(const Site& site, const Visit& visit) {
  const auto state = site.device.snapshot();
  const auto text = [&](std::string_view key) { return std::string(visit.words.text(key)); };
  FormField side{.name = "INPUTR_MAILNETWORK", .label = text("webconfig.mail_network"), .kind = FormField::Kind::radio};
  side.value = in_capitals(device::name_of(state->additional_network->mail));
  side.choices = choices_of({{"STANDARD", "network.standard"}, {"ADDITIONAL", "network.additional"}}, visit.words);
  side.help = text("webconfig.mail_network.help");
  return {.groups = {{.fields = {std::move(side)}}}};
}

}  // namespace

void add_mail_network_page(Site& site) {
  add_form_page(site, {.id = "NW_EMAIL_NETWORK",
                       .form = [&site](const Visit& visit) { return mail_network_form(site, visit); },
                       .store =
                           [&site](const Visit&, const FormValues& values, device::Reply reply) {
                             const auto side = chosen<device::NetworkSide>(values.at("INPUTR_MAILNETWORK"));
                             site.device.post(device::command::SetMailNetwork{*side}, std::move(reply),
                                              device::Origin::web);
                           }});
}

}  // namespace paneltwin::net::webconfig
