#include "net/cloud/admin/entra_admin.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "net/cloud/mailbox/mailbox_view.hpp"

namespace paneltwin::net::cloud {

using http::Fields, http::Respond, http::Response;
using pages::Data;

static constexpr int sign_ins_shown = 100;

void EntraAdmin::add_routes(http::Router& router) {
  router.get("/entra",
             [](const http::Request&, Respond respond) { respond(Response::redirect("/entra/properties", 302)); });
  router.get("/entra/properties", desk_.page(Right::enter, [this](const Visit& visit, Respond respond) {
    show_properties(visit, std::move(respond));
  }));
  router.post("/entra/security-defaults",
              desk_.form(Right::security, [this](const Visit&, const Fields& form, Respond respond) {
                set_security_defaults(form, std::move(respond));
              }));
  router.get("/entra/sign-ins", desk_.page(Right::sign_in_log, [this](const Visit& visit, Respond respond) {
    show_sign_ins(visit, std::move(respond));
  }));
  add_applications(router);
  add_device_flow(router);
  add_policies(router);
}

void EntraAdmin::add_applications(http::Router& router) {
  router.get("/entra/applications", desk_.page(Right::applications, [this](const Visit& visit, Respond respond) {
    show_applications(visit, std::move(respond));
  }));
  router.post("/entra/applications/revoke", desk_.form(Right::applications, [this](const Visit&, const Fields& form,
                                                                                   Respond respond) {
    respond(back_to("/entra/applications", desk_.store.withdraw(http::value_of(form, "client_id").value_or(""),
                                                                http::value_of(form, "principal").value_or(""))));
  }));
  router.post("/entra/user-consent",
              desk_.form(Right::applications, [this](const Visit&, const Fields& form, Respond respond) {
                const bool off = http::value_of(form, "user_consent") == "off";
                respond(back_to("/entra/applications", desk_.store.set_fact(fact::user_consent_off, off ? "1" : "")));
              }));
}

/// Microsoft never says "slow_down", and MSAL for Node.js gives up when it hears it: for programs of RFC 8628 to try.
void EntraAdmin::add_device_flow(http::Router& router) {
  router.post("/entra/device-flow",
              desk_.form(Right::applications, [this](const Visit&, const Fields& form, Respond respond) {
                const bool on = http::value_of(form, "slow_down").has_value();
                respond(back_to("/entra/applications", desk_.store.set_fact(fact::slow_down, on ? "1" : "")));
              }));
}

void EntraAdmin::show_properties(const Visit& visit, Respond respond) const {
  Data data;
  data.set("tenant_name", desk_.store.fact(fact::tenant_name));
  data.set("tenant_id", desk_.store.fact(fact::tenant_id));
  data.set("domain", desk_.store.fact(fact::tenant_domain));
  data.set("security_defaults", desk_.store.is_on(fact::security_defaults));
  data.set("may_security", may(visit.user, Right::security));
  respond(desk_.show(visit, "properties", "admin_properties", data));
}

/// Security defaults and switched-on policies exclude each other, as in the real centre.
void EntraAdmin::set_security_defaults(const Fields& form, Respond respond) {
  const bool on = http::value_of(form, "security_defaults") == "on";
  const auto is_active = [](const AccessPolicy& policy) { return policy.state == AccessPolicy::State::on; };
  if (on && std::ranges::any_of(desk_.store.policies(), is_active)) {
    return respond(back_to("/entra/properties", "not-with-policies"));
  }
  respond(back_to("/entra/properties", desk_.store.set_fact(fact::security_defaults, on ? "1" : "")));
}

void EntraAdmin::show_applications(const Visit& visit, Respond respond) const {
  Data rows(Data::type::list);
  const auto consents = desk_.store.consents();
  for (const auto& application : desk_.store.applications()) {
    Data row, grants(Data::type::list);
    row.set("name", application.name);
    row.set("publisher", application.publisher);
    row.set("client_id", application.client_id);
    std::string principal = "none yet";
    for (const auto& consent : consents) {
      if (consent.client_id != application.client_id || consent.principal == principal) continue;
      principal = consent.principal;
      Data grant;
      std::string scopes;
      for (const auto& other : consents) {
        if (other.client_id != application.client_id || other.principal != principal) continue;
        scopes += (scopes.empty() ? "" : ", ") + other.scope;
      }
      const auto user = desk_.store.user(principal);
      if (!principal.empty()) grant.set("by", user ? user->address : principal);
      grant.set("for_all", principal.empty());
      grant.set("principal", principal);
      grant.set("scopes", scopes);
      grants.push_back(grant);
    }
    row.set("none", grants.list_value().empty());
    row.set("grants", grants);
    rows.push_back(row);
  }
  Data data;
  data.set("applications", rows);
  data.set("user_consent_off", desk_.store.is_on(fact::user_consent_off));
  data.set("slow_down", desk_.store.is_on(fact::slow_down));
  respond(desk_.show(visit, "applications", "admin_applications", data));
}

void EntraAdmin::show_sign_ins(const Visit& visit, Respond respond) const {
  Data rows(Data::type::list);
  for (const auto& entry : desk_.store.sign_ins(sign_ins_shown)) {
    Data row;
    const auto user = desk_.store.user(entry.user);
    row.set("time", shown_time(entry.at));
    row.set("user", user ? user->address : entry.user);
    row.set("application", entry.application);
    row.set("flow", std::string(visit.words->text("cloud.flow." + entry.flow)));
    row.set("peer", entry.peer);
    row.set("success", entry.code == 0);
    row.set("code", std::to_string(entry.code));
    row.set("reason", std::string(visit.words->text(entry.reason)));  // words of the protocol stay as they are
    rows.push_back(row);
  }
  Data data;
  data.set("none", rows.list_value().empty());
  data.set("sign_ins", rows);
  respond(desk_.show(visit, "sign_ins", "admin_sign_ins", data));
}

}  // namespace paneltwin::net::cloud
