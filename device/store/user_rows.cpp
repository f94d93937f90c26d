// Users in the store.
#include <limits>

#include <fmt/format.h>

#include "device/names.hpp"
#include "device/store/store.hpp"

namespace paneltwin::device {

std::optional<UserRecord> Store::user_in(const Database::Row& row) {
  UserRecord record;
  User& user = record.user;
  user.number = row.integer(0);
  user.id = row.text(1);
  user.name = row.text(2);
  user.department = row.text(3);
  user.email = row.text(4);
  user.card = row.text(5);
  user.rights = Rights(static_cast<std::uint32_t>(row.integer(6)));
  record.password_hash = row.text(7);
  record.id_number_print = row.text(8);
  if (!row.empty(9)) {
    const auto service = named<EmailService>(row.text(9));
    const auto health = named<SignInHealth>(row.text(12));
    if (!service || !health) return std::nullopt;
    user.sign_in = StoredSignIn{*service, row.text(10), Instant(Duration(row.integer(11))), *health};
  }
  record.refresh_token = row.text(13);
  user.password_set = !record.password_hash.empty();
  user.id_number_set = !record.id_number_print.empty();
  return record;
}

Result<void> Store::put_user(UserRecord& record) {
  using Value = Database::Value;
  const User& user = record.user;
  const auto hash = hidden(record.password_hash), print = hidden(record.id_number_print),
             token = hidden(record.refresh_token);
  for (const auto* one : {&hash, &print, &token}) {
    if (!*one) return std::unexpected(one->error());
  }
  const auto& sign_in = user.sign_in;
  const auto when_signed_in = [&](auto value) { return sign_in ? Value(value(*sign_in)) : Value(nullptr); };
  auto done =
      database_.run("INSERT OR REPLACE INTO user VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                    {user.number == 0 ? Value(nullptr) : Value(user.number), user.id, user.name, user.department,
                     user.email, user.card, std::int64_t{user.rights.bits()}, *hash, *print,
                     when_signed_in([](const StoredSignIn& one) { return std::string(name_of(one.service)); }),
                     when_signed_in([](const StoredSignIn& one) { return one.account; }),
                     when_signed_in([](const StoredSignIn& one) { return one.since.time_since_epoch().count(); }),
                     when_signed_in([](const StoredSignIn& one) { return std::string(name_of(one.health)); }), *token});
  if (done && user.number == 0) record.user.number = database_.last_insert_id();
  return done;
}

Result<std::vector<UserRecord>> Store::users() {
  std::vector<UserRecord> records;
  bool good = true;
  auto read = database_.query(
      "SELECT number, id, name, department, email, card, rights, password_hash, id_number_print, service, account, "
      "since, health, refresh_token FROM user ORDER BY number",
      {}, [&](const Database::Row& row) {
        auto found = user_in(row);
        good = good && found;
        if (found) records.push_back(std::move(*found));
      });
  if (!read) return std::unexpected(read.error());
  if (!good) return fail(FailureKind::store_failed, database_.file().string() + ": a user's sign-in makes no sense");
  for (auto& one : records) {
    for (auto* secret : {&one.password_hash, &one.id_number_print, &one.refresh_token}) {
      auto shown = revealed(*secret);
      if (!shown) return std::unexpected(shown.error());
      *secret = std::move(*shown);
    }
  }
  return records;
}

Result<void> Store::put_users(std::vector<UserRecord>& records) {
  return database_.transaction([&] {
    Result<void> done;
    for (auto& record : records) {
      if (done) done = put_user(record);
    }
    return done;
  });
}

Result<void> Store::remove_users(const std::vector<UserNumber>& numbers) {
  return database_.transaction([&] {
    Result<void> done;
    for (const auto number : numbers) {
      if (done) done = database_.run("DELETE FROM user WHERE number = ?", {number});
    }
    return done;
  });
}

}  // namespace paneltwin::device
