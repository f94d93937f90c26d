#include "net/cloud/admin/admin_pages.hpp"

namespace paneltwin::net::cloud {

using http::Request, http::Respond, http::Response;

void AdminPages::add_routes(http::Router& router) {
  router.get("/", desk_.pages.for_all([this](const Visit& visit, Respond respond) {
    pages::Data data;
    data.set("administrator", may(visit.user, Right::enter));
    respond(desk_.pages.show(visit, "cloud_home", data));
  }));
  add_mail_flow(router);
  people_.add_routes(router);
  entra_.add_routes(router);
}

/// Exchange admin center > Settings > Mail flow.
void AdminPages::add_mail_flow(http::Router& router) {
  for (const auto* path : {"/exchange", "/exchange/settings"}) {
    router.get(path, [](const Request&, Respond respond) {
      respond(Response::redirect("/exchange/settings/mail-flow", 302));
    });
  }
  router.get("/exchange/settings/mail-flow", desk_.page(Right::mail_flow, [this](const Visit& visit, Respond respond) {
    pages::Data data;
    data.set("smtp_auth_off", desk_.store.is_on(fact::smtp_auth_disabled));
    data.set("basic_auth_off", desk_.store.is_on(fact::basic_auth_off));
    respond(desk_.show(visit, "mail_flow", "admin_mail_flow", data));
  }));
  router.post("/exchange/settings/mail-flow",
              desk_.form(Right::mail_flow, [this](const Visit&, const http::Fields& form, Respond respond) {
                const auto chosen = [&](std::string_view box) { return http::value_of(form, box) ? "1" : ""; };
                const auto done = desk_.store.transaction([&]() -> device::Result<void> {
                  if (auto kept = desk_.store.set_fact(fact::smtp_auth_disabled, chosen("smtp_auth_off")); !kept) {
                    return kept;
                  }
                  return desk_.store.set_fact(fact::basic_auth_off, chosen("basic_auth_off"));
                });
                respond(back_to("/exchange/settings/mail-flow", done));
              }));
}

}  // namespace paneltwin::net::cloud
