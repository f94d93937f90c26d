// Password Encryption: secrets lie in the store under a key of their own, in a file beside it.
#include <fmt/format.h>

#include "device/assets.hpp"
#include "device/random.hpp"
#include "device/security/cipher.hpp"
#include "device/store/store.hpp"

namespace paneltwin::device {

namespace {

constexpr std::string_view key_file = "password.key";
constexpr std::string_view mark = "aes-256-gcm:";  // before what is hidden
constexpr std::string_view is_on = "SELECT 1 FROM setting WHERE name = 'store.encrypted'";

}  // namespace

Result<void> Store::know_key() {
  if (!key_.empty()) return {};
  const auto file = database_.file().parent_path() / key_file;
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return {};
  auto key = read_file(file);
  if (!key || key->size() != cipher_key_size) {
    return fail(FailureKind::store_failed, fmt::format("{}: is no key of the passwords", file.string()));
  }
  key_ = std::move(*key);
  return {};
}

Result<void> Store::make_key() {
  if (auto known = know_key(); !known || !key_.empty()) return known;
  auto key = random_bytes(cipher_key_size);
  const auto file = database_.file().parent_path() / key_file;
  if (!write_file(file, key, 0600)) {
    return fail(FailureKind::store_failed, fmt::format("{}: cannot be written", file.string()));
  }
  key_ = std::move(key);
  return {};
}

Result<bool> Store::encrypts() {
  bool on = false;
  auto asked = database_.query(is_on, {}, [&](const Database::Row&) { on = true; });
  if (!asked) return std::unexpected(asked.error());
  return on;
}

Result<std::string> Store::hidden(const std::string& secret) {
  const auto on = encrypts();
  if (!on) return std::unexpected(on.error());
  // What looks like a hidden one is hidden in any case, so that it comes back as it was.
  if (secret.empty() || (!*on && !secret.starts_with(mark))) return secret;
  if (auto made = make_key(); !made) return std::unexpected(made.error());
  return std::string(mark) + encrypt(secret, key_);
}

Result<std::string> Store::revealed(const std::string& kept) {
  if (!kept.starts_with(mark)) return kept;
  if (auto known = know_key(); !known) return std::unexpected(known.error());
  auto secret = decrypt(std::string_view(kept).substr(mark.size()), key_);
  if (secret) return std::move(*secret);
  return fail(FailureKind::store_failed,
              fmt::format("{}: its passwords are encrypted, and {} is missing or another machine's",
                          database_.file().string(), key_file));
}

Result<void> Store::encrypt_secrets(bool on) {
  return together([&]() -> Result<void> {
    auto known_secrets = secrets();
    if (!known_secrets) return std::unexpected(known_secrets.error());
    auto records = users();
    if (!records) return std::unexpected(records.error());
    SettingChanges again;
    for (auto& [name, secret] : *known_secrets) again[name] = std::move(secret);
    auto done = change({{"store.encrypted", on ? std::optional<std::string>("1") : std::nullopt}});
    if (done) done = change({}, again);
    return done ? put_users(*records) : done;
  });
}

Result<void> Store::forget_what_was() { return database_.run("PRAGMA wal_checkpoint(TRUNCATE)"); }

}  // namespace paneltwin::device
