#include "net/webconfig/administrator_pages.hpp"

#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view password_page = "ADMIN_PASSWORDSET_CHANGE", contact_page = "ADMIN_CTINFO";
using Answer = device::Result<std::int64_t>;

/// `problem`: catalogue key; empty at first.
void show_password_form(const Site& site, Visit visit, std::string_view problem) {
  pages::Data data;
  if (!problem.empty()) data.set("problem", std::string(visit.words.text(problem)));
  site.answer(std::move(visit), "administrator_password", password_page, std::move(data));
}

void change_password(Site& site, Visit visit) {
  const auto next = visit.field("INPUTT_NEWPASSWORD");
  if (next != visit.field("INPUTT_CONFIRMPASSWORD")) {
    return show_password_form(site, std::move(visit), "webconfig.administrator_password.differs");
  }
  device::command::ChangeAdministratorPassword command{visit.field("INPUTT_CURRENTPASSWORD"), next};
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

void show_contact_form(const Site& site, Visit visit, const std::string& name, bool bad) {
  pages::Data data;
  data.set("name", name);
  if (bad) data.set("problem", std::string(visit.words.text("failure.invalid_value.problem")));
  site.answer(std::move(visit), "contact", contact_page, std::move(data));
}

void set_contact(Site& site, Visit visit) {
  auto name = visit.field("INPUTT_ADMINNAME");
  site.device.post(
      device::command::SetContact{name},
      [site = site.shared_from_this(), visit = std::move(visit), name](const Answer& answer) mutable {
        if (!answer && answer.error().kind == device::FailureKind::invalid_value) {
          return show_contact_form(*site, std::move(visit), name, true);
        }
        site->answer_message(std::move(visit), contact_page,
                             answer ? "webconfig.setup_complete" : device::words_for(answer.error().kind).problem,
                             answer.has_value());
      },
      device::Origin::web);
}

}  // namespace

void add_administrator_password_page(Site& site) {
  site.show_to_administrator(password_page, "TOP",
                             [&site](Visit visit) { show_password_form(site, std::move(visit), ""); });
  site.take_from_administrator(password_page, "SET", [&site](Visit visit) { change_password(site, std::move(visit)); });
}

void add_contact_page(Site& site) {
  site.show_to_administrator(contact_page, "TOP", [&site](Visit visit) {
    show_contact_form(site, std::move(visit), site.device.snapshot()->admin.contact_name, false);
  });
  site.take_from_administrator(contact_page, "SET", [&site](Visit visit) { set_contact(site, std::move(visit)); });
}

}  // namespace paneltwin::net::webconfig
