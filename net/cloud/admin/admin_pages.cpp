#include "net/cloud/admin/admin_pages.hpp"

#include "net/cloud/exchange/smtp_auth_switches.hpp"
#include "net/cloud/mailbox/mailbox_view.hpp"

namespace paneltwin::net::cloud {

using http::Request, http::Respond, http::Response;

static constexpr std::chrono::hours reported{90 * 24};

void AdminPages::add_routes(http::Router& router) {
  router.get("/", desk_.pages.for_all([this](const Visit& visit, Respond respond) {
    pages::Data data;
    data.set("administrator", may(visit.user, Right::enter));
    respond(desk_.pages.show(visit, "cloud_home", data));
  }));
  add_mail_flow(router);
  add_reports(router);
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
    data.set("sending_limits", !desk_.store.is_on(fact::sending_limits_off));
    data.set("changes_delayed", desk_.store.is_on(fact::changes_delayed));
    respond(desk_.show(visit, "mail_flow", "admin_mail_flow", data));
  }));
  router.post("/exchange/settings/mail-flow",
              desk_.form(Right::mail_flow, [this](const Visit&, const http::Fields& form, Respond respond) {
                const auto chosen = [&](std::string_view box) { return http::value_of(form, box).has_value(); };
                const std::pair<std::string_view, bool> switches[] = {
                    {fact::changes_delayed, chosen("changes_delayed")},
                    {fact::basic_auth_off, chosen("basic_auth_off")},
                    {fact::sending_limits_off, !chosen("sending_limits")}};
                const auto done = desk_.store.transaction([&] {
                  device::Result<void> kept;
                  for (const auto& [fact, on] : switches) {
                    if (kept) kept = desk_.store.set_fact(fact, on ? "1" : "");
                  }
                  if (!kept) return kept;
                  return turn_organization(desk_.store, chosen("smtp_auth_off"), desk_.clock.now());
                });
                respond(back_to("/exchange/settings/mail-flow", done));
              }));
}

/// Exchange admin center > Reports > Mail flow > SMTP AUTH clients report.
void AdminPages::add_reports(http::Router& router) {
  router.get("/exchange/reports/smtp-auth-clients",
             desk_.page(Right::mail_flow, [this](const Visit& visit, Respond respond) {
               pages::Data data, rows(pages::Data::type::list);
               for (const auto& client : desk_.store.smtp_clients(desk_.clock.now() - reported)) {
                 pages::Data row;
                 row.set("sender", client.sender);
                 row.set("protocol", client.protocol);
                 row.set("messages", std::to_string(client.messages));
                 row.set("last", shown_time(client.last));
                 rows.push_back(row);
               }
               data.set("none", rows.list_value().empty());
               data.set("clients", rows);
               respond(desk_.show(visit, "smtp_clients", "admin_smtp_clients", data));
             }));
}

}  // namespace paneltwin::net::cloud
