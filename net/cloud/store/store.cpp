#include "net/cloud/store/store.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

using device::Database;
using device::Result;

namespace {

constexpr std::string_view first_version = R"(
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE user (
  id TEXT PRIMARY KEY, tenant TEXT NOT NULL, address TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name TEXT NOT NULL, given_name TEXT NOT NULL, family_name TEXT NOT NULL,
  roles TEXT NOT NULL, aliases TEXT NOT NULL,                       -- one a line
  password_hash TEXT NOT NULL, shown_password TEXT NOT NULL, enabled INTEGER NOT NULL,
  valid_from INTEGER NOT NULL,                                      -- times: milliseconds since 1970, UTC
  wrong_passwords INTEGER NOT NULL, lock_outs INTEGER NOT NULL, locked_until INTEGER NOT NULL,
  smtp_auth_disabled INTEGER, totp_secret TEXT NOT NULL, generation INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE device_code (
  code_hash TEXT PRIMARY KEY, user_code TEXT NOT NULL, tenant TEXT NOT NULL, client_id TEXT NOT NULL,
  scope TEXT NOT NULL, nonce TEXT NOT NULL, expires_at INTEGER NOT NULL, state INTEGER NOT NULL, user TEXT NOT NULL,
  multi_factor INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX device_code_by_user_code ON device_code (user_code);
CREATE TABLE authorization_code (
  code_hash TEXT PRIMARY KEY, tenant TEXT NOT NULL, client_id TEXT NOT NULL, scope TEXT NOT NULL, nonce TEXT NOT NULL,
  redirect_uri TEXT NOT NULL, challenge TEXT NOT NULL, challenge_method TEXT NOT NULL, user TEXT NOT NULL,
  expires_at INTEGER NOT NULL, multi_factor INTEGER NOT NULL, redeemed INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE consent (
  client_id TEXT NOT NULL, principal TEXT NOT NULL, scope TEXT NOT NULL, granted_at INTEGER NOT NULL,
  PRIMARY KEY (client_id, principal, scope)) WITHOUT ROWID;
CREATE TABLE application (
  client_id TEXT PRIMARY KEY, name TEXT NOT NULL, publisher TEXT NOT NULL, redirect_uris TEXT NOT NULL,
  public_client INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE policy (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, state INTEGER NOT NULL, control INTEGER NOT NULL,
  device_code_only INTEGER NOT NULL, users TEXT NOT NULL, excluded TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sign_in (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, user TEXT NOT NULL, application TEXT NOT NULL, flow TEXT NOT NULL,
  peer TEXT NOT NULL, code INTEGER NOT NULL, reason TEXT NOT NULL, correlation_id TEXT NOT NULL);
CREATE TABLE message (
  id INTEGER PRIMARY KEY AUTOINCREMENT, message_id TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,
  subject TEXT NOT NULL, attachments TEXT NOT NULL, received INTEGER NOT NULL, size INTEGER NOT NULL,
  source TEXT NOT NULL);
CREATE TABLE copy (
  id INTEGER PRIMARY KEY AUTOINCREMENT, message INTEGER NOT NULL REFERENCES message (id),
  mailbox TEXT NOT NULL COLLATE NOCASE, folder TEXT NOT NULL, seen INTEGER NOT NULL);
CREATE INDEX copy_by_mailbox ON copy (mailbox, folder, id)
)";
constexpr std::string_view second_version = R"(
ALTER TABLE user ADD COLUMN phone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE message ADD COLUMN protocol TEXT NOT NULL DEFAULT '';
ALTER TABLE copy ADD COLUMN due INTEGER NOT NULL DEFAULT 0;         -- 0: shows
CREATE INDEX copy_by_due ON copy (due) WHERE due > 0
)";
constexpr std::string_view steps[] = {first_version, second_version};
constexpr device::Schema schema{0x50547763, steps};  // "PTwc"

}  // namespace

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::create_directories(folder, error)) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  }
  if (error) {
    return device::fail(device::FailureKind::store_failed, fmt::format("{}: {}", folder.string(), error.message()));
  }
  auto database = Database::open(folder / "cloud.db", schema);
  if (!database) return std::unexpected(database.error());
  return std::unique_ptr<Store>(new Store(std::move(*database)));
}

bool Store::read(std::string_view sql, std::initializer_list<Database::Value> values,
                 const std::function<void(const Database::Row&)>& seen) {
  const auto done = database_.query(sql, values, seen);
  if (!done) spdlog::error("cloud: {}", done.error().detail);
  return done.has_value();
}

std::string Store::fact(std::string_view name) {
  if (const auto known = known_.facts.find(name); known != known_.facts.end()) return known->second;
  std::string value;
  const auto keep = [&](const Database::Row& row) { value = row.text(0); };
  if (read("SELECT value FROM fact WHERE name = ?", {std::string(name)}, keep)) known_.facts.emplace(name, value);
  return value;
}

Result<void> Store::set_fact(std::string_view name, std::string_view value) {
  known_.facts.erase(std::string(name));
  return database_.run("INSERT OR REPLACE INTO fact VALUES (?, ?)", {std::string(name), std::string(value)});
}

Result<void> Store::transaction(const std::function<Result<void>()>& work) {
  auto done = database_.transaction(work);
  if (!done) known_ = {};  // some of it may have been read while it seemed so
  return done;
}

}  // namespace paneltwin::net::cloud
