#include "net/webconfig/user_file.hpp"

#include <algorithm>
#include <map>

#include "device/names.hpp"
#include "net/csv/csv.hpp"
#include "net/webconfig/csv.hpp"

namespace paneltwin::net::webconfig {

using device::Failure;
using device::FailureKind;
using device::User;
using device::UserChange;
using device::UserRow;

namespace {

constexpr char between_functions = ';';

/// A column: false when the cell cannot be so.
struct Column {
  std::string_view name, field;
  bool (*take)(const std::string& cell, UserChange& change);
  std::string (*give)(const User& user);
};

bool take_functions(const std::string& cell, UserChange& change) {
  if (cell.empty()) return true;
  device::Rights rights;
  for (std::string_view rest = cell; !rest.empty();) {
    const auto end = std::min(rest.find(between_functions), rest.size());
    const auto right = device::named<device::Right>(rest.substr(0, end));
    if (!right) return false;
    rights.set(*right, true);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  change.user.rights = rights;
  return true;
}

std::string give_functions(const User& user) {
  std::string cell;
  for (const auto right : device::all_rights) {
    if (!user.rights.has(right)) continue;
    if (!cell.empty()) cell += between_functions;
    cell += device::name_of(right);
  }
  return cell;
}

template <std::string User::* member>
bool take_text(const std::string& cell, UserChange& change) {
  change.user.*member = cell;
  return true;
}

template <std::string User::* member>
std::string give_text(const User& user) {
  return user.*member;
}

/// Empty: as it was.
template <std::optional<std::string> UserChange::* member>
bool take_secret(const std::string& cell, UserChange& change) {
  if (!cell.empty()) change.*member = cell;
  return true;
}

std::string give_nothing(const User&) { return {}; }

constexpr Column columns[] = {
    {"User ID", "id", take_text<&User::id>, give_text<&User::id>},
    {"Name", "name", take_text<&User::name>, give_text<&User::name>},
    {"Password", "password", take_secret<&UserChange::password>, give_nothing},
    {"Card ID", "card", take_text<&User::card>, give_text<&User::card>},
    {"ID Number", "id_number", take_secret<&UserChange::id_number>, give_nothing},
    {"Department", "department", take_text<&User::department>, give_text<&User::department>},
    {"Email Address", "email", take_text<&User::email>, give_text<&User::email>},
    {"Functions", "rights", take_functions, give_functions},
};

/// The columns that the first line names, in its order.
std::optional<std::vector<const Column*>> named_columns(const csv::Row& head) {
  std::vector<const Column*> found;
  for (const auto& name : head.cells) {
    const auto* column = std::ranges::find(columns, name, &Column::name);
    if (column == std::end(columns) || std::ranges::find(found, column) != found.end()) return std::nullopt;
    found.push_back(column);
  }
  const bool has_id = std::ranges::find(found, &columns[0]) != found.end();
  return head.good && has_id ? std::optional(found) : std::nullopt;
}

using KnownUsers = std::map<std::string, const User*, std::less<>>;

UserRow user_in(const csv::Row& row, const std::vector<const Column*>& in_order, const KnownUsers& known) {
  const auto wrong = [&](std::string_view field) {
    return UserRow{row.line, device::fail(FailureKind::invalid_value, std::string(field))};
  };
  if (!row.good || row.cells.size() != in_order.size()) return wrong("row");
  const auto id = static_cast<std::size_t>(std::ranges::find(in_order, &columns[0]) - in_order.begin());
  UserChange change;
  if (const auto before = known.find(device::in_small_letters(row.cells[id])); before != known.end()) {
    change.user = *before->second;
  }
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    if (!in_order[i]->take(csv::plain(row.cells[i]), change)) return wrong(in_order[i]->field);
  }
  return {row.line, std::move(change)};
}

}  // namespace

std::optional<std::vector<UserRow>> read_users(std::string_view file, const device::UserList& known) {
  const auto rows = csv::read(file);
  if (rows.empty()) return std::nullopt;
  const auto in_order = named_columns(rows.front());
  if (!in_order) return std::nullopt;
  KnownUsers by_id;
  for (const auto& user : *known) by_id.emplace(device::in_small_letters(user.id), &user);
  std::vector<UserRow> users;
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) users.push_back(user_in(*row, *in_order, by_id));
  return users;
}

std::string write_users(const device::UserList& users) {
  const auto line = [](auto cell_of) {
    std::vector<std::string> cells;
    for (const auto& column : columns) cells.emplace_back(cell_of(column));
    return csv_line(cells);
  };
  auto file = line([](const Column& column) { return column.name; });
  for (const auto& user : *users) file += line([&](const Column& column) { return column.give(user); });
  return file;
}

}  // namespace paneltwin::net::webconfig
