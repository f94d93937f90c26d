// User Settings: the list with search and pages, and the form of one user.
#include <algorithm>

#include <fmt/format.h>

#include "device/names.hpp"
#include "device/text/ascii.hpp"
#include "net/webconfig/form.hpp"
#include "net/webconfig/form_reader.hpp"
#include "net/webconfig/menu.hpp"
#include "net/webconfig/register_page.hpp"
#include "net/webconfig/user_pages.hpp"

namespace paneltwin::net::webconfig {

using device::User;
using Kind = FormField::Kind;

namespace {

constexpr std::string_view users_box = "INPUTC_USER";

RegisterRow users_row(const User& user) {
  return {std::to_string(user.number),
          user.id,
          {},
          {user.name, user.department, user.email, user.card, user.sign_in ? user.sign_in->account : ""}};
}

void show_users_list(const Site& site, Visit visit) {
  const auto users = site.device.snapshot()->users.list;
  const auto sought = sought_in(visit);
  const auto text = [&](std::string_view key) { return std::string(visit.words.text(key)); };
  std::vector<const User*> found;
  for (const auto& user : *users) {
    if (has_in_it({user.id, user.name, user.department, user.email, user.card}, sought)) found.push_back(&user);
  }
  std::ranges::sort(found, {}, [](const User* user) { return device::lower(user->id); });
  Register shown{.id = users_page,
                 .words = "web.users.",
                 .box = users_box,
                 .asked_by = "user",
                 .in_all = users->size(),
                 .heads = {text("users.id"), text("web.users.name"), text("web.users.department"),
                           text("web.users.email"), text("web.users.card"), text("web.users.signed_in")},
                 .adds = {{"add", address(users_page, "EDIT"), text("web.users.add")}}};
  for (const auto* user : found) shown.found.push_back(users_row(*user));
  show_register(site, std::move(visit), shown);
}

FormField right_field(const User& user, device::Right right, const device::Catalogue& words) {
  const auto name = device::name_of(right);
  return {.name = "INPUTC_RIGHT_" + in_capitals(name),
          .label = std::string(words.text(fmt::format("web.users.right.{}", name))),
          .kind = Kind::check,
          .value = user.rights.has(right) ? "ON" : "OFF"};
}

Form users_form(const User& user, const device::Catalogue& words) {
  const auto text = [&](std::string_view key) { return std::string(words.text(key)); };
  const auto field = [&](std::string name, const char* detail, const std::string& value, std::size_t most) {
    return FormField{.name = std::move(name),
                     .label = user_field(detail, words),
                     .value = value,
                     .most = most,
                     .device_name = detail};
  };
  auto password = field("INPUTT_USERPASSWORD", "password", user.password_set ? "x" : "", 20);
  password.kind = Kind::password;
  auto id_number = field("INPUTT_IDNUMBER", "id_number", user.id_number_set ? "x" : "", 8);
  id_number.kind = Kind::password;
  password.help = id_number.help = text("web.users.keep");
  FormGroup person{"",
                   {field("INPUTT_USERID", "id", user.id, 32), field("INPUTT_NAME", "name", user.name, 128), password,
                    field("INPUTT_CARDID", "card", user.card, 64), id_number,
                    field("INPUTT_DEPARTMENT", "department", user.department, 128),
                    field("INPUTT_EMAIL", "email", user.email, 255)}};
  const auto remove = [&](std::string name, std::string_view key) {
    person.fields.push_back({.name = std::move(name), .label = text(key), .kind = Kind::check, .value = "OFF"});
  };
  if (user.password_set) remove("INPUTC_NOPASSWORD", "web.users.remove_password");
  if (user.id_number_set) remove("INPUTC_NOIDNUMBER", "web.users.remove_number");
  FormGroup rights{text("web.users.rights"), {}};
  for (const auto right : device::all_rights) rights.fields.push_back(right_field(user, right, words));
  return {.groups = {std::move(person), std::move(rights)}};
}

device::UserChange change_in(const FormValues& values, User user) {
  user.id = values.at("INPUTT_USERID");
  user.name = values.at("INPUTT_NAME");
  user.card = values.at("INPUTT_CARDID");
  user.department = values.at("INPUTT_DEPARTMENT");
  user.email = values.at("INPUTT_EMAIL");
  for (const auto right : device::all_rights) {
    user.rights.set(right, values.at("INPUTC_RIGHT_" + in_capitals(device::name_of(right))) == "ON");
  }
  const auto secret = [&](std::string_view name, std::string_view remove) {
    const auto removed = values.find(remove);
    return secret_in(values.find(name)->second, removed == values.end() ? "" : removed->second);
  };
  return {std::move(user), secret("INPUTT_USERPASSWORD", "INPUTC_NOPASSWORD"),
          secret("INPUTT_IDNUMBER", "INPUTC_NOIDNUMBER")};
}

/// A new one for 0; nothing when there is none of that number.
std::optional<User> user_of(const Site& site, std::int64_t number) {
  if (number == 0) return User{};
  const auto users = site.device.snapshot()->users.list;
  const auto found = std::ranges::find(*users, number, &User::number);
  return found == users->end() ? std::nullopt : std::optional(*found);
}

void show_users_form(const Site& site, Visit visit, const User& user, Form form) {
  if (user.sign_in) form.lead = fmt::format("{} {}", visit.words.text("web.users.signed_in"), user.sign_in->account);
  show_record(site, std::move(visit), users_page, user.number == 0 ? "web.users.add" : "web.users.edit", form,
              {{"INPUTT_USERNUMBER", std::to_string(user.number)}});
}

void take_user(Site& site, Visit visit) {
  const auto user = user_of(site, number_in(visit.field("INPUTT_USERNUMBER")));
  if (!user) return site.answer_message(std::move(visit), users_page, "failure.not_found.problem", false);
  auto form = users_form(*user, visit.words);
  if (!read_form(form, visit)) return show_users_form(site, std::move(visit), *user, std::move(form));
  auto change = change_in(values_of(form), *user);
  site.device.post(
      device::command::PutUser{std::move(change)},
      [site = site.shared_from_this(), visit = std::move(visit), user = *user,
       form = std::move(form)](const device::Result<std::int64_t>& kept) mutable {
        if (kept) return site->answer_message(std::move(visit), users_page, "webconfig.setup_complete", true);
        mark(form, kept.error(), visit.words);
        show_users_form(*site, std::move(visit), user, std::move(form));
      },
      device::Origin::web);
}

void delete_users(Site& site, Visit visit) {
  auto numbers = ticked(visit, users_box);
  if (numbers.empty()) return site.redirect(std::move(visit), address(users_page));
  post_and_tell(site, std::move(visit), users_page, device::command::RemoveUsers{std::move(numbers)});
}

}  // namespace

std::string user_field(std::string_view detail, const device::Catalogue& words) {
  constexpr std::pair<std::string_view, std::string_view> keys[] = {
      {"id", "users.id"},           {"password", "users.password"}, {"id_number", "users.id_number"},
      {"name", "web.users.name"},   {"card", "web.users.card"},     {"department", "web.users.department"},
      {"email", "web.users.email"}, {"rights", "web.users.rights"}};
  const auto* found = std::ranges::find(keys, detail, [](const auto& pair) { return pair.first; });
  return std::string(words.text(found == std::end(keys) ? "web.file.row" : found->second));
}

void add_users_page(Site& site) {
  site.show_to_administrator(users_page, "TOP", [&site](Visit visit) { show_users_list(site, std::move(visit)); });
  site.show_to_administrator(users_page, "EDIT", [&site](Visit visit) {
    const auto user = user_of(site, number_in(visit.request.query_value("user")));
    if (!user) return site.answer_message(std::move(visit), users_page, "failure.not_found.problem", false);
    auto form = users_form(*user, visit.words);
    show_users_form(site, std::move(visit), *user, std::move(form));
  });
  site.take_from_administrator(users_page, "SET", [&site](Visit visit) { take_user(site, std::move(visit)); });
  site.take_from_administrator(users_page, "DELETE", [&site](Visit visit) { delete_users(site, std::move(visit)); });
}

}  // namespace paneltwin::net::webconfig
