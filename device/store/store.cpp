#include "device/store/store.hpp"

#include <fmt/format.h>

namespace paneltwin::device {

namespace {

constexpr std::string_view first_version = R"(
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE secret (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE recipient (place INTEGER PRIMARY KEY, address TEXT NOT NULL);
CREATE TABLE job (
  receipt INTEGER PRIMARY KEY AUTOINCREMENT,
  type TEXT NOT NULL, phase TEXT NOT NULL, result TEXT NOT NULL,
  started INTEGER NOT NULL, ended INTEGER,        -- milliseconds since 1970, UTC
  user TEXT NOT NULL, sender TEXT NOT NULL,
  destinations TEXT NOT NULL,                     -- one a line
  subject TEXT NOT NULL, file_name TEXT NOT NULL,
  pages_done INTEGER NOT NULL, pages_total INTEGER NOT NULL,
  failure TEXT, failure_detail TEXT NOT NULL,
  resent INTEGER NOT NULL, message_id TEXT NOT NULL, body TEXT NOT NULL,
  spooled INTEGER NOT NULL, committing INTEGER NOT NULL)
)";
constexpr std::string_view audit_log = R"(
CREATE TABLE audit (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,                            -- milliseconds since 1970, UTC
  user TEXT NOT NULL, place TEXT NOT NULL, event TEXT NOT NULL, detail TEXT NOT NULL, done INTEGER NOT NULL)
)";
constexpr std::string_view with_users = R"(
CREATE TABLE user (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL, name TEXT NOT NULL, department TEXT NOT NULL, email TEXT NOT NULL, card TEXT NOT NULL,
  rights INTEGER NOT NULL,                        -- a bit each
  password_hash TEXT NOT NULL, id_number_print TEXT NOT NULL,
  service TEXT, account TEXT, since INTEGER, health TEXT, -- the user's own sign-in
  refresh_token TEXT NOT NULL);
ALTER TABLE job ADD COLUMN sender_user INTEGER NOT NULL DEFAULT 0
)";
constexpr std::string_view steps[] = {first_version, audit_log, with_users};
constexpr Schema schema{0x50547731, steps};  // "PTw1"

}  // namespace

Result<Store> Store::open(const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::create_directories(folder, error)) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  }
  if (error) return fail(FailureKind::store_failed, fmt::format("{}: {}", folder.string(), error.message()));
  auto database = Database::open(folder / "machine.db", schema);
  if (!database) return std::unexpected(database.error());
  return Store(std::move(*database));
}

Result<SettingValues> Store::settings() { return table("setting"); }

Result<SettingValues> Store::secrets() {
  auto values = table("secret");
  if (!values) return values;
  for (auto& [_, value] : *values) {
    auto secret = revealed(value);
    if (!secret) return std::unexpected(secret.error());
    value = std::move(*secret);
  }
  return values;
}

Result<SettingValues> Store::table(std::string_view name) {
  SettingValues values;
  auto read = database_.query(fmt::format("SELECT name, value FROM {}", name), {},
                              [&](const Database::Row& row) { values.emplace(row.text(0), row.text(1)); });
  if (!read) return std::unexpected(read.error());
  return values;
}

Result<void> Store::change(const SettingChanges& settings, const SettingChanges& secrets) {
  return database_.transaction([&] {
    auto done = change_table("setting", settings);
    SettingChanges kept;
    for (const auto& [name, secret] : secrets) {
      auto& value = kept[name];
      if (!secret || !done) continue;
      auto one = hidden(*secret);
      if (one) value = std::move(*one);
      if (!one) done = std::unexpected(one.error());
    }
    return done ? change_table("secret", kept) : done;
  });
}

Result<void> Store::change_table(std::string_view name, const SettingChanges& changes) {
  const auto put = fmt::format("INSERT OR REPLACE INTO {} VALUES (?, ?)", name);
  const auto forget = fmt::format("DELETE FROM {} WHERE name = ?", name);
  Result<void> done;
  for (const auto& [setting, value] : changes) {
    if (done) done = value ? database_.run(put, {setting, *value}) : database_.run(forget, {setting});
  }
  return done;
}

}  // namespace paneltwin::device
