#include "net/cloud/pages/phone_pages.hpp"

#include "net/cloud/identity/totp.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

using http::Respond;
using pages::Data;

void PhonePages::add_routes(http::Router& router) {
  router.get("/authenticator",
             pages_.for_all([this](const Visit& visit, Respond respond) { show(visit, std::move(respond)); }));
  router.post("/authenticator",
              pages_.for_all([this](const Visit& visit, Respond respond) { take(visit, std::move(respond)); }));
}

void PhonePages::show(const Visit& visit, Respond respond) {
  Data data, requests(Data::type::list), accounts(Data::type::list);
  for (const auto& request : identity_.phone_requests()) {
    const auto user = store_.user(request.user);
    if (!user) continue;
    Data one;
    one.set("ticket", request.ticket);
    one.set("user", user->address);
    if (!request.application.empty()) one.set("application", request.application);
    requests.push_back(one);
  }
  for (const auto& user : store_.users()) {
    if (!user.phone) continue;
    Data one;
    one.set("name", user.name);
    one.set("user", user.address);
    one.set("code", totp_code(user.totp_secret, clock_.now()));
    accounts.push_back(one);
  }
  data.set("tenant", store_.fact(fact::tenant_name));
  data.set("quiet", requests.list_value().empty());
  data.set("requests", requests);
  data.set("no_accounts", accounts.list_value().empty());
  data.set("accounts", accounts);
  const auto told = visit.request.query_value("told");
  for (const auto* known : {"approved", "denied", "wrong"}) {
    if (told == known) data.set("told", std::string(visit.words->text(std::string("cloud.phone.told.") + known)));
  }
  data.set("refused", told != "approved");
  respond(pages_.show(visit, "cloud_phone", data));
}

/// The ticket, which only this page shows, is what no other site can send.
void PhonePages::take(const Visit& visit, Respond respond) {
  const auto form = visit.request.form().value_or(http::Fields{});
  const bool denies = http::value_of(form, "action") == "deny";
  const auto typed = http::value_of(form, "number").value_or("");
  const bool approved =
      identity_.answer_phone(http::value_of(form, "ticket").value_or(""), denies ? "" : trimmed(typed));
  respond(http::Response::redirect(std::string("/authenticator?told=") + (approved ? "approved"
                                                                          : denies ? "denied"
                                                                                   : "wrong")));
}

}  // namespace paneltwin::net::cloud
