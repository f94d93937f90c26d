// User Settings: the list with search and pages, and the form of one user.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "device/names.hpp"
#include "net/webconfig/form.hpp"
#include "net/webconfig/form_reader.hpp"
#include "net/webconfig/menu.hpp"
#include "net/webconfig/user_pages.hpp"

namespace paneltwin::net::webconfig {

using device::User;
using Kind = FormField::Kind;

namespace {

constexpr std::size_t users_a_page = 25;

std::int64_t number_in(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool matches(const User& user, const std::string& sought) {
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{user.id, user.name, user.department, user.email, user.card},
      [&](std::string_view text) { return device::in_small_letters(text).find(sought) != std::string::npos; });
}

std::vector<const User*> found_users(const device::UserList& users, const std::string& words) {
  const auto sought = device::in_small_letters(words);
  std::vector<const User*> found;
  for (const auto& user : *users) {
    if (matches(user, sought)) found.push_back(&user);
  }
  std::ranges::sort(found, {}, [](const User* user) { return device::in_small_letters(user->id); });
  return found;
}

std::string list_address(const std::string& sought, std::size_t page) {
  return fmt::format("{}?page={}{}", address(users_page), page,
                     sought.empty() ? "" : "&search=" + http::percent_encode(sought));
}

void show_list(const Site& site, Visit visit) {
  const auto users = site.device.snapshot()->users.list;
  const auto sought = visit.request.query_value("search");
  const auto found = found_users(users, sought);
  const auto pages_in_all = std::max<std::size_t>(1, (found.size() + users_a_page - 1) / users_a_page);
  const auto asked = number_in(visit.request.query_value("page"));
  const auto page =
      std::clamp<std::size_t>(static_cast<std::size_t>(std::max<std::int64_t>(asked, 1)), 1, pages_in_all);
  pages::Data list{pages::Data::type::list};
  for (std::size_t i = (page - 1) * users_a_page; i < std::min(page * users_a_page, found.size()); ++i) {
    const auto& user = *found[i];
    pages::Data row;
    row.set("number", std::to_string(user.number));
    row.set("edit", fmt::format("{}?user={}", address(users_page, "EDIT"), user.number));
    row.set("user_id", user.id);
    row.set("name", user.name);
    row.set("department", user.department);
    row.set("email", user.email);
    row.set("card", user.card);
    row.set("signed_in_as", user.sign_in ? user.sign_in->account : "");
    list.push_back(row);
  }
  pages::Data data;
  data.set("users", list);
  data.set("any", !found.empty());
  data.set("search", sought);
  data.set("action", address(users_page));
  data.set("delete_action", address(users_page, "DELETE"));
  data.set("add", address(users_page, "EDIT"));
  data.set("count", visit.words.text("web.users.count", {{"count", std::to_string(users->size())}}));
  data.set("place", visit.words.text("web.users.page",
                                     {{"page", std::to_string(page)}, {"pages", std::to_string(pages_in_all)}}));
  if (page > 1) data.set("previous", list_address(sought, page - 1));
  if (page < pages_in_all) data.set("next", list_address(sought, page + 1));
  site.answer(std::move(visit), "users", users_page, std::move(data));
}

FormField right_field(const User& user, device::Right right, const device::Catalogue& words) {
  const auto name = device::name_of(right);
  return {.name = "INPUTC_RIGHT_" + in_capitals(name),
          .label = std::string(words.text(fmt::format("web.users.right.{}", name))),
          .kind = Kind::check,
          .value = user.rights.has(right) ? "ON" : "OFF"};
}

Form form_of(const User& user, const device::Catalogue& words) {
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

std::optional<std::string> secret_in(const FormValues& values, std::string_view name, std::string_view remove) {
  const auto removed = values.find(remove);
  if (removed != values.end() && removed->second == "ON") return "";
  const auto& typed = values.find(name)->second;
  return typed.empty() ? std::nullopt : std::optional(typed);
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
  return {std::move(user), secret_in(values, "INPUTT_USERPASSWORD", "INPUTC_NOPASSWORD"),
          secret_in(values, "INPUTT_IDNUMBER", "INPUTC_NOIDNUMBER")};
}

/// A new one for 0; nothing when there is none of that number.
std::optional<User> user_of(const Site& site, std::int64_t number) {
  if (number == 0) return User{};
  const auto users = site.device.snapshot()->users.list;
  const auto found = std::ranges::find(*users, number, &User::number);
  return found == users->end() ? std::nullopt : std::optional(*found);
}

void show_form(const Site& site, Visit visit, const User& user, const Form& form) {
  pages::Data data;
  put_form(data, form, users_page);
  data.set("title", std::string(visit.words.text(user.number == 0 ? "web.users.add" : "web.users.edit")));
  data.set("number", std::to_string(user.number));
  data.set("back", address(users_page));
  if (user.sign_in) data.set("signed_in_as", user.sign_in->account);
  site.answer(std::move(visit), "user", users_page, std::move(data));
}

void take_user(Site& site, Visit visit) {
  const auto user = user_of(site, number_in(visit.field("INPUTT_USERNUMBER")));
  if (!user) return site.answer_message(std::move(visit), users_page, "failure.not_found.problem", false);
  auto form = form_of(*user, visit.words);
  if (!read_form(form, visit)) return show_form(site, std::move(visit), *user, form);
  auto change = change_in(values_of(form), *user);
  site.device.post(
      device::command::PutUser{std::move(change)},
      [site = site.shared_from_this(), visit = std::move(visit), user = *user,
       form = std::move(form)](const device::Result<std::int64_t>& kept) mutable {
        if (kept) return site->answer_message(std::move(visit), users_page, "webconfig.setup_complete", true);
        mark(form, kept.error(), visit.words);
        show_form(*site, std::move(visit), user, form);
      },
      device::Origin::web);
}

void delete_users(Site& site, Visit visit) {
  std::vector<device::UserNumber> numbers;
  for (const auto& [name, value] : visit.form) {
    if (name == "INPUTC_USER") numbers.push_back(number_in(value));
  }
  if (numbers.empty()) return site.redirect(std::move(visit), address(users_page));
  site.device.post(
      device::command::RemoveUsers{std::move(numbers)},
      [site = site.shared_from_this(), visit = std::move(visit)](const device::Result<std::int64_t>& gone) mutable {
        site->answer_message(std::move(visit), users_page,
                             gone ? "webconfig.setup_complete" : device::words_for(gone.error().kind).problem,
                             gone.has_value());
      },
      device::Origin::web);
}

}  // namespace

std::string user_field(std::string_view detail, const device::Catalogue& words) {
  constexpr std::pair<std::string_view, std::string_view> keys[] = {
      {"id", "users.id"},           {"password", "users.password"}, {"id_number", "users.id_number"},
      {"name", "web.users.name"},   {"card", "web.users.card"},     {"department", "web.users.department"},
      {"email", "web.users.email"}, {"rights", "web.users.rights"}, {"row", "web.users.row"}};
  const auto* found = std::ranges::find(keys, detail, [](const auto& pair) { return pair.first; });
  return std::string(words.text(found == std::end(keys) ? "web.users.row" : found->second));
}

void add_users_page(Site& site) {
  site.show_to_administrator(users_page, "TOP", [&site](Visit visit) { show_list(site, std::move(visit)); });
  site.show_to_administrator(users_page, "EDIT", [&site](Visit visit) {
    const auto user = user_of(site, number_in(visit.request.query_value("user")));
    if (!user) return site.answer_message(std::move(visit), users_page, "failure.not_found.problem", false);
    const auto form = form_of(*user, visit.words);
    show_form(site, std::move(visit), *user, form);
  });
  site.take_from_administrator(users_page, "SET", [&site](Visit visit) { take_user(site, std::move(visit)); });
  site.take_from_administrator(users_page, "DELETE", [&site](Visit visit) { delete_users(site, std::move(visit)); });
}

}  // namespace paneltwin::net::webconfig
