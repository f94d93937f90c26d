#include "net/webconfig/administrator_pages.hpp"

#include "net/webconfig/form.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view password_page = "ADMIN_PASSWORDSET_CHANGE", contact_page = "ADMIN_CTINFO";
using Answer = device::Result<std::int64_t>;

/// `problem`: catalogue key; empty at first.
void show_password_form(const Site& site, Visit visit, std::string_view problem) {
  pages::Data data;
  data.set("user_name", visit.form.empty() ? site.device.snapshot()->admin.user_name : visit.field("INPUTT_USERNAME"));
  if (!problem.empty()) data.set("problem", std::string(visit.words.text(problem)));
  site.answer(std::move(visit), "administrator_password", password_page, std::move(data));
}

void change_password(Site& site, Visit visit) {
  const auto next = visit.field("INPUTT_NEWPASSWORD");
  if (next != visit.field("INPUTT_CONFIRMPASSWORD")) {
    return show_password_form(site, std::move(visit), "webconfig.administrator_password.differs");
  }
  device::command::ChangeAdministratorPassword command{visit.field("INPUTT_CURRENTPASSWORD"), next,
                                                       http::value_of(visit.form, "INPUTT_USERNAME")};
  site.device.post(
      std::move(command),
      [site = site.shared_from_this(), visit = std::move(visit)](const Answer& answer) mutable {
        if (answer) {
          site->sessions.end_others(visit.session->id);
          return site->answer_message(std::move(visit), password_page, "webconfig.setup_complete", true);
        }
        const auto kind = answer.error().kind;
        show_password_form(*site, std::move(visit),
                           kind == device::FailureKind::invalid_value ? "webconfig.administrator_password.rule"
                                                                      : device::words_for(kind).problem);
      },
      device::Origin::web);
}

Form administrator_form(const Site& site, const Visit& visit) {
  return {.groups = {{.fields = {{.name = "INPUTT_ADMINNAME",
                                  .label = std::string(visit.words.text("info.administrator_contact")),
                                  .value = site.device.snapshot()->admin.contact_name,
                                  .device_name = "name"}}}}};
}

}  // namespace

void add_administrator_password_page(Site& site) {
  site.show_to_administrator(password_page, "TOP",
                             [&site](Visit visit) { show_password_form(site, std::move(visit), ""); });
  site.take_from_administrator(password_page, "SET", [&site](Visit visit) { change_password(site, std::move(visit)); });
}

void add_contact_page(Site& site) {
  add_form_page(site, {.id = contact_page,
                       .form = [&site](const Visit& visit) { return administrator_form(site, visit); },
                       .store =
                           [&site](const Visit&, const FormValues& values, device::Reply reply) {
                             site.device.post(device::command::SetContact{values.at("INPUTT_ADMINNAME")},
                                              std::move(reply), device::Origin::web);
                           }});
}

}  // namespace paneltwin::net::webconfig
