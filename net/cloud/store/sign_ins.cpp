// Store: codes on their way, policies that guard them, and the sign-in log.
#include "net/cloud/store/store.hpp"
#include "net/cloud/store/times.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

using device::Database;
using device::Result;

namespace {

constexpr std::int64_t sign_ins_kept = 5000;

DeviceCode device_code_in(const Database::Row& row) {
  return {.code_hash = row.text(0),
          .user_code = row.text(1),
          .tenant = row.text(2),
          .client_id = row.text(3),
          .scope = row.text(4),
          .nonce = row.text(5),
          .expires_at = instant(row.integer(6)),
          .state = static_cast<DeviceCode::State>(row.integer(7)),
          .user = row.text(8),
          .multi_factor = row.integer(9) != 0};
}

}  // namespace

Result<void> Store::put(const DeviceCode& code) {
  return database_.run(
      "INSERT OR REPLACE INTO device_code VALUES (?,?,?,?,?,?,?,?,?,?)",
      {code.code_hash, code.user_code, code.tenant, code.client_id, code.scope, code.nonce, kept(code.expires_at),
       static_cast<std::int64_t>(code.state), code.user, std::int64_t{code.multi_factor}});
}

std::optional<DeviceCode> Store::device_code(std::string_view code_hash) {
  std::optional<DeviceCode> found;
  read("SELECT * FROM device_code WHERE code_hash = ?", {std::string(code_hash)},
       [&](const auto& row) { found = device_code_in(row); });
  return found;
}

std::optional<DeviceCode> Store::device_code_for(std::string_view user_code) {
  std::optional<DeviceCode> found;
  read("SELECT * FROM device_code WHERE user_code = ? ORDER BY expires_at DESC LIMIT 1", {std::string(user_code)},
       [&](const auto& row) { found = device_code_in(row); });
  return found;
}

Result<void> Store::forget_codes(Instant before) {
  return transaction([&] {
    auto done = database_.run("DELETE FROM device_code WHERE expires_at < ?", {kept(before)});
    return done ? database_.run("DELETE FROM authorization_code WHERE expires_at < ?", {kept(before)}) : done;
  });
}

Result<void> Store::put(const AuthorizationCode& code) {
  return database_.run("INSERT OR REPLACE INTO authorization_code VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                       {code.code_hash, code.tenant, code.client_id, code.scope, code.nonce, code.redirect_uri,
                        code.challenge, code.challenge_method, code.user, kept(code.expires_at),
                        std::int64_t{code.multi_factor}, std::int64_t{code.redeemed}});
}

std::optional<AuthorizationCode> Store::authorization_code(std::string_view code_hash) {
  std::optional<AuthorizationCode> found;
  read("SELECT * FROM authorization_code WHERE code_hash = ?", {std::string(code_hash)}, [&](const auto& row) {
    found = AuthorizationCode{.code_hash = row.text(0),
                              .tenant = row.text(1),
                              .client_id = row.text(2),
                              .scope = row.text(3),
                              .nonce = row.text(4),
                              .redirect_uri = row.text(5),
                              .challenge = row.text(6),
                              .challenge_method = row.text(7),
                              .user = row.text(8),
                              .expires_at = instant(row.integer(9)),
                              .multi_factor = row.integer(10) != 0,
                              .redeemed = row.integer(11) != 0};
  });
  return found;
}

Result<void> Store::put(const AccessPolicy& policy) {
  known_.policies.reset();
  return database_.run(
      "INSERT OR REPLACE INTO policy VALUES (?,?,?,?,?,?,?)",
      {policy.id, policy.name, static_cast<std::int64_t>(policy.state), static_cast<std::int64_t>(policy.control),
       std::int64_t{policy.device_code_only}, join_lines(policy.users), join_lines(policy.excluded)});
}

Result<void> Store::remove_policy(std::string_view id) {
  known_.policies.reset();
  return database_.run("DELETE FROM policy WHERE id = ?", {std::string(id)});
}

std::vector<AccessPolicy> Store::policies() {
  if (known_.policies) return *known_.policies;
  std::vector<AccessPolicy> found;
  const auto keep = [&](const Database::Row& row) {
    found.push_back({.id = row.text(0),
                     .name = row.text(1),
                     .state = static_cast<AccessPolicy::State>(row.integer(2)),
                     .control = static_cast<AccessPolicy::Control>(row.integer(3)),
                     .device_code_only = row.integer(4) != 0,
                     .users = split_lines(row.text(5)),
                     .excluded = split_lines(row.text(6))});
  };
  if (read("SELECT * FROM policy ORDER BY name", {}, keep)) known_.policies = found;
  return found;
}

Result<void> Store::note(const SignInEntry& entry) {
  return transaction([&] {
    auto done = database_.run(
        "INSERT INTO sign_in (at, user, application, flow, peer, code, reason, correlation_id) VALUES "
        "(?,?,?,?,?,?,?,?)",
        {kept(entry.at), entry.user, entry.application, entry.flow, entry.peer, std::int64_t{entry.code}, entry.reason,
         entry.correlation_id});
    return done ? database_.run("DELETE FROM sign_in WHERE id <= last_insert_rowid() - ?", {sign_ins_kept}) : done;
  });
}

std::vector<SignInEntry> Store::sign_ins(int count) {
  std::vector<SignInEntry> found;
  read("SELECT at, user, application, flow, peer, code, reason, correlation_id FROM sign_in ORDER BY id DESC LIMIT ?",
       {std::int64_t{count}}, [&](const auto& row) {
         found.push_back({.at = instant(row.integer(0)),
                          .user = row.text(1),
                          .application = row.text(2),
                          .flow = row.text(3),
                          .peer = row.text(4),
                          .code = static_cast<int>(row.integer(5)),
                          .reason = row.text(6),
                          .correlation_id = row.text(7)});
       });
  return found;
}

}  // namespace paneltwin::net::cloud
