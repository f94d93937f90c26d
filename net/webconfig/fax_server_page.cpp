#include "net/webconfig/fax_server_page.hpp"

#include "net/webconfig/form.hpp"

namespace paneltwin::net::webconfig {

namespace {

Form fax_server_form(const Site& site, const Visit& visit) {
  const auto state = site.device.snapshot();
  const auto& fax = *state->fax_server;
  const auto text = [&](std::string_view key) { return std::string(visit.words.text(key)); };
  FormField use{
      .name = "INPUTR_USEFAXSERVER", .label = text("webconfig.fax_server.use"), .kind = FormField::Kind::radio};
  use.value = fax.use ? "ENABLE" : "DISABLE";
  use.choices = choices_of({{"ENABLE", "value.use"}, {"DISABLE", "value.do_not_use"}}, visit.words);
  FormField domain{.name = "INPUTT_FAXDOMAIN", .label = text("webconfig.fax_server.domain")};
  domain.value = fax.domain;
  domain.help = text("webconfig.fax_server.domain_help");
  domain.device_name = "domain";
  return {.groups = {{.fields = {std::move(use), std::move(domain)}}}};
}

}  // namespace

void add_fax_server_page(Site& site) {
  add_form_page(site, {.id = "FAX_SERVER_BASIC",
                       .form = [&site](const Visit& visit) { return fax_server_form(site, visit); },
                       .store =
                           [&site](const Visit&, const FormValues& values, device::Reply reply) {
                             site.device.post(
                                 device::command::SetFaxServer{values.at("INPUTR_USEFAXSERVER") == "ENABLE",
                                                               values.at("INPUTT_FAXDOMAIN")},
                                 std::move(reply), device::Origin::web);
                           }});
}

}  // namespace paneltwin::net::webconfig
