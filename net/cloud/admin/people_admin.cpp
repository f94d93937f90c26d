#include "net/cloud/admin/people_admin.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "device/accounts/password_hash.hpp"
#include "device/text/ascii.hpp"
#include "net/cloud/exchange/smtp_auth_switches.hpp"
#include "net/cloud/identity/ids.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

using http::Fields, http::Respond, http::Response;
using pages::Data;

namespace {

constexpr std::size_t shortest_password = 8, longest_password = 256, longest_name = 64;

std::string path_of(const User& user) { return "/admin/users/" + user.id; }

bool is_password(std::string_view text) { return text.size() >= shortest_password && text.size() <= longest_password; }

bool is_local_part(std::string_view text) {
  return !text.empty() && text.size() <= longest_name && text.front() != '.' && text.back() != '.' &&
         std::ranges::all_of(text, [](char c) {
           return device::is_lower(c) || device::is_digit(c) || c == '.' || c == '-' || c == '_';
         });
}

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= longest_name &&
         std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

std::string field(const Fields& form, std::string_view name) { return http::value_of(form, name).value_or(""); }

Data row_of(const User& user, const std::string& front, const device::Catalogue& words) {
  Data row;
  row.set("name", user.name);
  row.set("user", user.address);
  row.set("address", front + "/" + user.id);
  std::string roles;
  for (const auto& role : user.roles) {
    const auto key = "cloud.role." + role;
    roles += (roles.empty() ? "" : ", ") + (words.has(key) ? std::string(words.text(key)) : role);
  }
  if (!roles.empty()) row.set("roles", roles);
  row.set("enabled", user.enabled);
  return row;
}

}  // namespace

void PeopleAdmin::add_routes(http::Router& router) {
  router.get("/admin", [](const http::Request&, Respond respond) { respond(Response::redirect("/admin/users", 302)); });
  router.get("/admin/users", desk_.page(Right::enter, [this](const Visit& visit, Respond respond) {
    show_list(visit, "/admin/users", std::move(respond));
  }));
  router.post("/admin/users",
              desk_.form(Right::manage_users, [this](const Visit&, const Fields& form, Respond respond) {
                add_user(form, std::move(respond));
              }));
  router.get("/admin/users/{id}", of_user([this](const Visit& visit, const User& user, Respond respond) {
               show_user(visit, user, std::move(respond));
             }));
  router.post(
      "/admin/users/{id}/email-apps",
      act_on_user(Right::email_apps, [this](const Visit&, const User& user, const Fields& form, Respond respond) {
        const auto choice = field(form, "smtp_auth");
        const auto off = choice == "follow" ? std::nullopt : std::optional(choice != "on");
        respond(back_to(path_of(user), turn_mailbox(desk_.store, user, off, desk_.clock.now())));
      }));
  router.post("/admin/users/{id}/sign-in",
              manage([this](const Visit& visit, User user, const Fields& form, Respond respond) {
                if (user.id == visit.user.id) return respond(back_to(path_of(user), "not-yourself"));
                user.enabled = field(form, "allowed") == "1";
                respond(back_to(path_of(user), user.enabled ? desk_.store.put(user) : sign_out_everywhere(user)));
              }));
  router.post("/admin/users/{id}/password",
              manage([this](const Visit&, const User& user, const Fields& form, Respond respond) {
                reset_password(user, form, std::move(respond));
              }));
  router.post("/admin/users/{id}/sign-out",
              manage([this](const Visit&, const User& user, const Fields&, Respond respond) {
                respond(back_to(path_of(user), sign_out_everywhere(user)));
              }));
  add_entra_routes(router);
}

http::Handler PeopleAdmin::of_user(UserPage page) const {
  return desk_.page(Right::enter, [this, page = std::move(page)](const Visit& visit, Respond respond) {
    auto user = desk_.store.user(visit.request.captures.at("id"));
    if (user && !user->personal()) return page(visit, std::move(*user), std::move(respond));
    respond(desk_.show(visit, "users", "admin_missing", {}, 404));
  });
}

http::Handler PeopleAdmin::act_on_user(Right right, UserAction action) const {
  return desk_.form(right, [this, action = std::move(action)](const Visit& visit, const Fields& form, Respond respond) {
    auto user = desk_.store.user(visit.request.captures.at("id"));
    if (user && !user->personal()) return action(visit, std::move(*user), form, std::move(respond));
    respond(desk_.show(visit, "users", "admin_missing", {}, 404));
  });
}

http::Handler PeopleAdmin::manage(UserAction action) const {
  return act_on_user(Right::manage_users, [this, action = std::move(action)](const Visit& visit, User user,
                                                                             const Fields& form, Respond respond) {
    if (may_manage(visit.user, user)) return action(visit, std::move(user), form, std::move(respond));
    respond(desk_.show(visit, "users", "admin_forbidden", {}, 403));
  });
}

void PeopleAdmin::show_list(const Visit& visit, const std::string& front, Respond respond) const {
  Data rows(Data::type::list);
  for (const auto& user : desk_.store.users()) {
    if (!user.personal()) rows.push_back(row_of(user, front, *visit.words));
  }
  Data data;
  data.set("users", rows);
  data.set("may_manage", may(visit.user, Right::manage_users));
  data.set("domain", desk_.store.fact(fact::tenant_domain));
  respond(desk_.show(visit, "users", "admin_users", data));
}

void PeopleAdmin::show_user(const Visit& visit, const User& user, Respond respond) const {
  auto data = row_of(user, "/admin/users", *visit.words);
  data.set("may_email_apps", may(visit.user, Right::email_apps));
  data.set("may_manage", may_manage(visit.user, user));
  const auto organization_off = desk_.store.is_on(fact::smtp_auth_disabled);
  data.set("organization_off", organization_off);
  data.set("smtp_follow", !user.smtp_auth_disabled);
  data.set("smtp_on", user.smtp_auth_disabled == false);
  data.set("smtp_off", user.smtp_auth_disabled == true);
  const auto now = desk_.clock.now();
  data.set("smtp_auth_works", !mailbox_is_off(desk_.store, user, now).value_or(organization_is_off(desk_.store, now)));
  respond(desk_.show(visit, "users", "admin_user", data));
}

void PeopleAdmin::add_user(const Fields& form, Respond respond) {
  const auto name = std::string(trimmed(field(form, "name")));
  const auto local = lower(trimmed(field(form, "username")));
  if (!is_name(name) || !is_local_part(local) || !is_password(field(form, "password"))) {
    return respond(back_to("/admin/users", "not-valid"));
  }
  hashed(field(form, "password"), [this, name, local, respond = std::move(respond)](std::string hash) mutable {
    const auto address = local + "@" + desk_.store.fact(fact::tenant_domain);
    if (desk_.store.user_with_address(address)) return respond(back_to("/admin/users", "not-free"));
    const auto done = desk_.store.put(User{.id = new_guid(),
                                           .tenant = desk_.store.fact(fact::tenant_id),
                                           .address = address,
                                           .name = name,
                                           .password_hash = std::move(hash)});
    respond(back_to("/admin/users", done));
  });
}

void PeopleAdmin::reset_password(const User& user, const Fields& form, Respond respond) {
  if (!is_password(field(form, "password"))) return respond(back_to(path_of(user), "not-valid"));
  hashed(field(form, "password"), [this, id = user.id, respond = std::move(respond)](std::string hash) mutable {
    auto now = desk_.store.user(id);
    if (!now) return respond(back_to("/admin/users", "not-saved"));
    now->password_hash = std::move(hash);
    now->shown_password.clear();  // what somebody chose is nothing to show
    now->wrong_passwords = 0;
    now->locked_until = {};
    respond(back_to(path_of(*now), sign_out_everywhere(*now)));
  });
}

device::Result<void> PeopleAdmin::sign_out_everywhere(User user) {
  ++user.generation;
  user.valid_from = desk_.clock.now();
  auto done = desk_.store.put(user);
  if (done) desk_.identity.end_sessions(user.id);
  return done;
}

void PeopleAdmin::hashed(std::string password, std::move_only_function<void(std::string)> then) {
  device::work_for(
      desk_.loop, alive_, [password = std::move(password)] { return device::hash_password(password); },
      std::move(then));
}

}  // namespace paneltwin::net::cloud
