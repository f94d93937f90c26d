#include "net/webconfig/user_file.hpp"

#include <algorithm>
#include <map>

#include "device/names.hpp"
#include "device/text/ascii.hpp"
#include "net/csv/columns.hpp"

namespace paneltwin::net::webconfig {

using device::User;
using device::UserChange;
using device::UserRow;

namespace {

constexpr char between_functions = ';';

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

constexpr std::string_view id_column = "User ID";
constexpr csv::Column<UserChange, User> user_file_columns[] = {
    {id_column, "id", take_text<&User::id>, give_text<&User::id>},
    {"Name", "name", take_text<&User::name>, give_text<&User::name>},
    {"Password", "password", take_secret<&UserChange::password>, give_nothing},
    {"Card ID", "card", take_text<&User::card>, give_text<&User::card>},
    {"ID Number", "id_number", take_secret<&UserChange::id_number>, give_nothing},
    {"Department", "department", take_text<&User::department>, give_text<&User::department>},
    {"Email Address", "email", take_text<&User::email>, give_text<&User::email>},
    {"Functions", "rights", take_functions, give_functions},
};

using KnownUsers = std::map<std::string, const User*, std::less<>>;

UserRow user_in(const csv::Row& row, const std::vector<const csv::Column<UserChange, User>*>& in_order,
                const KnownUsers& known) {
  UserChange change;
  const auto id = device::lower(csv::cell_of(row, in_order, id_column));
  if (const auto before = known.find(id); before != known.end()) change.user = *before->second;
  auto taken = csv::take_row(row, in_order, change);
  if (!taken) return {row.line, std::unexpected(taken.error())};
  return {row.line, std::move(change)};
}

}  // namespace

std::optional<std::vector<UserRow>> read_users(std::string_view file, const device::UserList& known) {
  const auto rows = csv::read(file);
  if (rows.empty()) return std::nullopt;
  const auto in_order = csv::named_columns(rows.front(), user_file_columns, id_column);
  if (!in_order) return std::nullopt;
  KnownUsers by_id;
  for (const auto& user : *known) by_id.emplace(device::lower(user.id), &user);
  std::vector<UserRow> users;
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) users.push_back(user_in(*row, *in_order, by_id));
  return users;
}

std::string write_users(const device::UserList& users) { return csv::write(user_file_columns, *users); }

}  // namespace paneltwin::net::webconfig
