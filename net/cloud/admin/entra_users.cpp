// PeopleAdmin: Entra > Users.
#include <algorithm>

#include "net/cloud/admin/people_admin.hpp"

namespace paneltwin::net::cloud {

using http::Fields, http::Respond;
using pages::Data;

static std::string entra_path(const User& user) { return "/entra/users/" + user.id; }

void PeopleAdmin::add_entra_routes(http::Router& router) {
  router.get("/entra/users", desk_.page(Right::enter, [this](const Visit& visit, Respond respond) {
    show_list(visit, "/entra/users", std::move(respond));
  }));
  router.get("/entra/users/{id}", of_user([this](const Visit& visit, const User& user, Respond respond) {
               show_entra_user(visit, user, std::move(respond));
             }));
  router.post("/entra/users/{id}/roles", act_on_user(Right::assign_roles, [this](const Visit& visit, User user,
                                                                                 const Fields& form, Respond respond) {
                assign_roles(visit, std::move(user), form, std::move(respond));
              }));
  router.post("/entra/users/{id}/revoke",
              manage([this](const Visit&, const User& user, const Fields&, Respond respond) {
                respond(back_to(entra_path(user), sign_out_everywhere(user)));
              }));
  router.post("/entra/users/{id}/methods", manage([this](const Visit&, User user, const Fields&, Respond respond) {
                user.totp_secret.clear();
                user.phone = false;
                respond(back_to(entra_path(user), desk_.store.put(user)));
              }));
  router.post("/entra/users/{id}/delete",
              manage([this](const Visit& visit, const User& user, const Fields&, Respond respond) {
                delete_user(visit, user, std::move(respond));
              }));
}

void PeopleAdmin::show_entra_user(const Visit& visit, const User& user, Respond respond) const {
  Data data, roles(Data::type::list);
  for (const auto role : assignable_roles()) {
    Data one;
    one.set("role_id", std::string(role));
    one.set("role_name", std::string(visit.words->text("cloud.role." + std::string(role))));
    one.set("assigned", user.has_role(role));
    roles.push_back(one);
  }
  data.set("name", user.name);
  data.set("user", user.address);
  data.set("id", user.id);
  data.set("address", entra_path(user));
  data.set("enabled", user.enabled);
  data.set("roles", roles);
  data.set("phone", user.phone);
  data.set("app", !user.totp_secret.empty());
  data.set("no_method", !user.has_second_factor());
  data.set("may_manage", may_manage(visit.user, user));
  data.set("may_assign", may(visit.user, Right::assign_roles));
  respond(desk_.show(visit, "users", "admin_entra_user", data));
}

void PeopleAdmin::assign_roles(const Visit& visit, User user, const Fields& form, Respond respond) {
  user.roles.clear();
  for (const auto role : assignable_roles()) {
    const auto chosen = [&](const auto& entry) { return entry.first == "role" && entry.second == role; };
    if (std::ranges::any_of(form, chosen)) user.roles.emplace_back(role);
  }
  // Somebody must be left who can give roles back.
  if (user.id == visit.user.id && !user.has_role(global_administrator)) {
    return respond(back_to(entra_path(user), "not-own-role"));
  }
  respond(back_to(entra_path(user), desk_.store.put(user)));
}

void PeopleAdmin::delete_user(const Visit& visit, const User& user, Respond respond) {
  if (user.id == visit.user.id) return respond(back_to(entra_path(user), "not-own-role"));
  const auto done = desk_.store.remove_user(user.id);
  if (!done) return respond(back_to(entra_path(user), done));
  desk_.identity.end_sessions(user.id);
  respond(back_to("/entra/users", "deleted"));
}

}  // namespace paneltwin::net::cloud
