// Store: the people of the tenant, the programs they sign in to, and what they let those do.
#include <algorithm>

#include "net/cloud/store/store.hpp"
#include "net/cloud/store/times.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

using device::Database;
using device::Result;
using Value = Database::Value;

namespace {

User user_in(const Database::Row& row) {
  User user;
  user.id = row.text(0);
  user.tenant = row.text(1);
  user.address = row.text(2);
  user.name = row.text(3);
  user.given_name = row.text(4);
  user.family_name = row.text(5);
  user.roles = split_lines(row.text(6));
  user.aliases = split_lines(row.text(7));
  user.password_hash = row.text(8);
  user.shown_password = row.text(9);
  user.enabled = row.integer(10) != 0;
  user.valid_from = instant(row.integer(11));
  user.wrong_passwords = static_cast<int>(row.integer(12));
  user.lock_outs = static_cast<int>(row.integer(13));
  user.locked_until = instant(row.integer(14));
  if (!row.empty(15)) user.smtp_auth_disabled = row.integer(15) != 0;
  user.totp_secret = row.text(16);
  user.generation = static_cast<int>(row.integer(17));
  user.phone = row.integer(18) != 0;
  return user;
}

}  // namespace

const std::vector<User>& Store::all_users() {
  if (!known_.users) {
    std::vector<User> users;
    const bool good = read(
        "SELECT id, tenant, address, name, given_name, family_name, roles, aliases, password_hash, shown_password, "
        "enabled, valid_from, wrong_passwords, lock_outs, locked_until, smtp_auth_disabled, totp_secret, generation, "
        "phone FROM user ORDER BY address",
        {}, [&](const auto& row) { users.push_back(user_in(row)); });
    static const std::vector<User> nobody;
    if (!good) return nobody;
    known_.users = std::move(users);
  }
  return *known_.users;
}

std::vector<User> Store::users() { return all_users(); }

std::optional<User> Store::user(std::string_view id) {
  const auto& users = all_users();
  const auto found = std::ranges::find(users, id, &User::id);
  return found == users.end() ? std::nullopt : std::optional(*found);
}

std::optional<User> Store::user_with_address(std::string_view address) {
  if (address.empty()) return std::nullopt;
  const auto& users = all_users();
  const auto found = std::ranges::find_if(users, [&](const User& user) {
    return equal_without_case(user.address, address) ||
           std::ranges::any_of(user.aliases, [&](const auto& alias) { return equal_without_case(alias, address); });
  });
  return found == users.end() ? std::nullopt : std::optional(*found);
}

Result<void> Store::put(const User& user) {
  known_.users.reset();
  return database_.run(
      "INSERT OR REPLACE INTO user VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      {user.id, user.tenant, user.address, user.name, user.given_name, user.family_name, join_lines(user.roles),
       join_lines(user.aliases), user.password_hash, user.shown_password, std::int64_t{user.enabled},
       kept(user.valid_from), std::int64_t{user.wrong_passwords}, std::int64_t{user.lock_outs}, kept(user.locked_until),
       user.smtp_auth_disabled ? Value(std::int64_t{*user.smtp_auth_disabled}) : Value(nullptr), user.totp_secret,
       std::int64_t{user.generation}, std::int64_t{user.phone}});
}

Result<void> Store::remove_user(std::string_view id) {
  known_.users.reset();
  known_.consents.reset();
  return transaction([&] {
    auto done = database_.run("DELETE FROM consent WHERE principal = ?", {std::string(id)});
    return done ? database_.run("DELETE FROM user WHERE id = ?", {std::string(id)}) : done;
  });
}

Result<void> Store::put(const Application& application) {
  known_.applications.reset();
  return database_.run("INSERT OR REPLACE INTO application VALUES (?,?,?,?,?)",
                       {application.client_id, application.name, application.publisher,
                        join_lines(application.redirect_uris), std::int64_t{application.public_client}});
}

const std::vector<Application>& Store::all_applications() {
  if (!known_.applications) {
    std::vector<Application> found;
    const bool good =
        read("SELECT client_id, name, publisher, redirect_uris, public_client FROM application ORDER BY name", {},
             [&](const auto& row) {
               found.push_back({row.text(0), row.text(1), row.text(2), split_lines(row.text(3)), row.integer(4) != 0});
             });
    static const std::vector<Application> none;
    if (!good) return none;
    known_.applications = std::move(found);
  }
  return *known_.applications;
}

std::vector<Application> Store::applications() { return all_applications(); }

std::optional<Application> Store::application(std::string_view client_id) {
  for (const auto& application : all_applications()) {
    if (equal_without_case(application.client_id, client_id)) return application;
  }
  return std::nullopt;
}

std::vector<Consent> Store::consents() {
  if (known_.consents) return *known_.consents;
  std::vector<Consent> found;
  const auto keep = [&](const Database::Row& row) {
    found.push_back({row.text(0), row.text(1), row.text(2), instant(row.integer(3))});
  };
  if (read("SELECT client_id, principal, scope, granted_at FROM consent ORDER BY client_id, principal, scope", {},
           keep))
    known_.consents = found;
  return found;
}

Result<void> Store::grant(const std::vector<Consent>& consents) {
  known_.consents.reset();
  return transaction([&] {
    Result<void> done;
    for (const auto& consent : consents) {
      if (!done) break;
      done = database_.run("INSERT OR IGNORE INTO consent VALUES (?,?,?,?)",
                           {consent.client_id, consent.principal, consent.scope, kept(consent.granted_at)});
    }
    return done;
  });
}

Result<void> Store::withdraw(std::string_view client_id, std::string_view principal) {
  known_.consents.reset();
  return database_.run("DELETE FROM consent WHERE client_id = ? AND principal = ?",
                       {std::string(client_id), std::string(principal)});
}

}  // namespace paneltwin::net::cloud
