// Entra > Conditional Access: the policies that access_rules.hpp reads.
#include <algorithm>

#include <fmt/format.h>

#include "net/cloud/admin/entra_admin.hpp"
#include "net/cloud/identity/ids.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

using http::Fields, http::Respond;
using pages::Data;
using State = AccessPolicy::State;

namespace {

constexpr std::string_view list_page = "/entra/conditional-access";
constexpr std::size_t longest_policy_name = 128;

std::vector<std::string> values_of(const Fields& form, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& [key, value] : form) {
    if (key == name) values.push_back(value);
  }
  return values;
}

bool holds(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

void show_state(Data& data, const AccessPolicy& policy) {
  data.set("off", policy.state == State::off);
  data.set("report_only", policy.state == State::report_only);
  data.set("on", policy.state == State::on);
  data.set("blocks", policy.control == AccessPolicy::Control::block);
}

State state_of(const Fields& form) {
  const auto state = http::value_of(form, "state");
  return state == "on" ? State::on : state == "report_only" ? State::report_only : State::off;
}

}  // namespace

void EntraAdmin::add_policies(http::Router& router) {
  const std::string list(list_page);
  router.get(list, desk_.page(Right::security, [this](const Visit& visit, Respond respond) {
    show_policies(visit, std::move(respond));
  }));
  router.get(list + "/{id}", desk_.page(Right::security, [this](const Visit& visit, Respond respond) {
    show_policy(visit, std::move(respond));
  }));
  router.post(list + "/{id}",
              desk_.form(Right::security, [this](const Visit& visit, const Fields& form, Respond respond) {
                save_policy(visit, form, std::move(respond));
              }));
  router.post(list + "/{id}/delete",
              desk_.form(Right::security, [this](const Visit& visit, const Fields&, Respond respond) {
                respond(back_to(std::string(list_page), desk_.store.remove_policy(visit.request.captures.at("id"))));
              }));
}

void EntraAdmin::show_policies(const Visit& visit, Respond respond) const {
  Data rows(Data::type::list);
  for (const auto& policy : desk_.store.policies()) {
    Data row;
    row.set("name", policy.name);
    row.set("address", fmt::format("{}/{}", list_page, policy.id));
    show_state(row, policy);
    rows.push_back(row);
  }
  Data data;
  data.set("none", rows.list_value().empty());
  data.set("policies", rows);
  respond(desk_.show(visit, "policies", "admin_policies", data));
}

/// A new policy spares who makes it, so that nobody shuts himself out by default.
void EntraAdmin::show_policy(const Visit& visit, Respond respond) const {
  const auto id = visit.request.captures.at("id");
  const auto policies = desk_.store.policies();
  const auto found = std::ranges::find(policies, id, &AccessPolicy::id);
  if (found == policies.end() && id != "new") return respond(desk_.show(visit, "policies", "admin_missing", {}, 404));
  const auto policy = found != policies.end() ? *found : AccessPolicy{.id = "new", .excluded = {visit.user.id}};
  Data people(Data::type::list);
  for (const auto& user : desk_.store.users()) {
    if (user.personal()) continue;
    Data person;
    person.set("id", user.id);
    person.set("person", user.name);
    person.set("person_address", user.address);
    person.set("included", holds(policy.users, user.id));
    person.set("excluded", holds(policy.excluded, user.id));
    people.push_back(person);
  }
  Data data;
  data.set("policy_id", policy.id);
  data.set("new", policy.id == "new");
  data.set("name", policy.name);
  data.set("all_users", policy.users.empty());
  data.set("device_code_only", policy.device_code_only);
  data.set("people", people);
  show_state(data, policy);
  respond(desk_.show(visit, "policies", "admin_policy", data));
}

void EntraAdmin::save_policy(const Visit& visit, const Fields& form, Respond respond) {
  auto id = visit.request.captures.at("id");
  const auto policies = desk_.store.policies();
  if (id != "new" && std::ranges::find(policies, id, &AccessPolicy::id) == policies.end()) {
    return respond(desk_.show(visit, "policies", "admin_missing", {}, 404));
  }
  const auto here = fmt::format("{}/{}", list_page, id);
  AccessPolicy policy{.id = id == "new" ? new_guid() : id,
                      .name = std::string(trimmed(http::value_of(form, "name").value_or(""))),
                      .state = state_of(form),
                      .control = http::value_of(form, "control") == "mfa" ? AccessPolicy::Control::require_mfa
                                                                          : AccessPolicy::Control::block,
                      .device_code_only = http::value_of(form, "device_code_only").has_value(),
                      .users = values_of(form, "user"),
                      .excluded = values_of(form, "excluded")};
  const bool selected = http::value_of(form, "users") == "selected";
  if (!selected) policy.users.clear();
  const auto is_unknown = [&](const std::string& user) { return !desk_.store.user(user); };
  if (policy.name.empty() || policy.name.size() > longest_policy_name || (selected && policy.users.empty()) ||
      std::ranges::any_of(policy.users, is_unknown) || std::ranges::any_of(policy.excluded, is_unknown)) {
    return respond(back_to(here, "not-valid"));
  }
  if (policy.state == State::on && desk_.store.is_on(fact::security_defaults)) {
    return respond(back_to(here, "not-with-defaults"));
  }
  respond(back_to(std::string(list_page), desk_.store.put(policy)));
}

}  // namespace paneltwin::net::cloud
