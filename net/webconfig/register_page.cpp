#include "net/webconfig/register_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "device/accounts/user.hpp"
#include "device/text/ascii.hpp"
#include "net/webconfig/form_reader.hpp"
#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::size_t rows_a_page = 25;

std::string list_address(const Register& shown, const std::string& sought, std::size_t page) {
  return fmt::format("{}?page={}{}", address(shown.id), page,
                     sought.empty() ? "" : "&search=" + http::percent_encode(sought));
}

pages::Data cells_of(const std::vector<std::string>& cells) {
  pages::Data list{pages::Data::type::list};
  for (const auto& cell : cells) list.push_back(pages::Data("value", cell));
  return list;
}

pages::Data register_row(const Register& shown, const RegisterRow& row) {
  pages::Data data;
  data.set("number", row.number);
  data.set("name", row.name);
  data.set("edit", fmt::format("{}?{}={}", address(shown.id, "EDIT"), shown.asked_by, row.number));
  data.set("before", cells_of(row.before));
  data.set("after", cells_of(row.after));
  data.set("box", std::string(shown.box));
  return data;
}

pages::Data adds_of(const Register& shown) {
  pages::Data list{pages::Data::type::list};
  for (const auto& [id, where, name] : shown.adds) {
    pages::Data add;
    add.set("button_id", id);
    add.set("href", where);
    add.set("name", name);
    add.set("main", id == shown.adds.front().id);
    list.push_back(add);
  }
  return list;
}

}  // namespace

std::string sought_in(const Visit& visit) { return device::lower(visit.request.query_value("search")); }

bool has_in_it(std::initializer_list<std::string_view> texts, std::string_view sought) {
  return std::ranges::any_of(
      texts, [&](std::string_view text) { return device::lower(text).find(sought) != std::string::npos; });
}

void show_register(const Site& site, Visit visit, const Register& shown) {
  const auto sought = visit.request.query_value("search");
  const auto count = shown.found.size();
  const auto pages_in_all = std::max<std::size_t>(1, (count + rows_a_page - 1) / rows_a_page);
  const auto asked = std::max<std::int64_t>(number_in(visit.request.query_value("page")), 1);
  const auto page = std::clamp<std::size_t>(static_cast<std::size_t>(asked), 1, pages_in_all);
  pages::Data rows{pages::Data::type::list};
  for (std::size_t i = (page - 1) * rows_a_page; i < std::min(page * rows_a_page, count); ++i) {
    rows.push_back(register_row(shown, shown.found[i]));
  }
  const auto text = [&](std::string_view name) { return fmt::format("{}{}", shown.words, name); };
  pages::Data data;
  data.set("heads", cells_of(shown.heads));
  data.set("rows", rows);
  data.set("any", count > 0);
  data.set("none", std::string(visit.words.text(text("none"))));
  data.set("search", sought);
  data.set("action", address(shown.id));
  data.set("delete_action", address(shown.id, "DELETE"));
  data.set("adds", adds_of(shown));
  data.set("count", visit.words.text(text("count"), {{"count", std::to_string(shown.in_all)}}));
  data.set("place", visit.words.text("web.list.page",
                                     {{"page", std::to_string(page)}, {"pages", std::to_string(pages_in_all)}}));
  if (page > 1) data.set("previous", list_address(shown, sought, page - 1));
  if (page < pages_in_all) data.set("next", list_address(shown, sought, page + 1));
  site.answer(std::move(visit), "register", shown.id, std::move(data));
}

void show_record(const Site& site, Visit visit, std::string_view id, std::string_view title, const Form& form,
                 const std::vector<std::pair<std::string, std::string>>& hidden) {
  pages::Data list{pages::Data::type::list};
  for (const auto& [name, value] : hidden) {
    pages::Data field;
    field.set("field", name);
    field.set("value", value);
    list.push_back(field);
  }
  pages::Data data;
  put_form(data, form, id);
  data.set("title", std::string(visit.words.text(title)));
  data.set("hidden", list);
  data.set("back", address(id));
  site.answer(std::move(visit), "record", id, std::move(data));
}

std::vector<std::int64_t> ticked(const Visit& visit, std::string_view box) {
  std::vector<std::int64_t> numbers;
  for (const auto& [name, value] : visit.form) {
    if (name == box) numbers.push_back(number_in(value));
  }
  return numbers;
}

void post_and_tell(Site& site, Visit visit, std::string_view id, device::Command command) {
  site.device.post(
      std::move(command),
      [site = site.shared_from_this(), visit = std::move(visit), id](const device::Result<std::int64_t>& done) mutable {
        site->answer_message(std::move(visit), id,
                             done ? "webconfig.setup_complete" : device::words_for(done.error().kind).problem,
                             done.has_value());
      },
      device::Origin::web);
}

}  // namespace paneltwin::net::webconfig
