#include "device/accounts/users.hpp"

#include <ranges>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "device/accounts/password_hash.hpp"
#include "device/accounts/taken_names.hpp"
#include "device/text/ascii.hpp"

namespace paneltwin::device {

namespace {

constexpr std::size_t hashed_at_a_time = 8;  // then others have a turn on the worker

std::string fingerprint(const std::string& key, const std::string& number) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(number.data()),
       number.size(), digest, &length);
  std::string print;
  for (unsigned int i = 0; i < length; ++i) print += fmt::format("{:02x}", digest[i]);
  return print;
}

}  // namespace

/// A file on its way into the register.
struct Users::Importing {
  std::vector<UserRecord> records;
  std::map<std::size_t, std::string> passwords;  // of records[i], still to be hashed
  TakenNames taken;
  std::size_t added = 0;
  FileImport shown;
};

Users::Users(Core& core, std::string key, std::vector<UserRecord> records) : core_(core), key_(std::move(key)) {
  for (auto& record : records) {
    const auto number = record.user.number;
    records_.emplace(number, std::move(record));
  }
}

const User* Users::find(UserNumber number) const {
  const auto found = records_.find(number);
  return found == records_.end() ? nullptr : &found->second.user;
}

const User* Users::with_id(std::string_view id) const {
  const auto wanted = lower(id);
  for (const auto& [_, record] : records_) {
    if (lower(record.user.id) == wanted) return &record.user;
  }
  return nullptr;
}

const User* Users::with_card(std::string_view card) const {
  const auto wanted = lower(card);
  for (const auto& [_, record] : records_) {
    if (!wanted.empty() && lower(record.user.card) == wanted) return &record.user;
  }
  return nullptr;
}

const User* Users::with_id_number(std::string_view number) const {
  const auto print = fingerprint(key_, std::string(number));
  for (const auto& [_, record] : records_) {
    if (record.id_number_print == print) return &record.user;
  }
  return nullptr;
}

std::string Users::password_hash(UserNumber number) const {
  const auto found = records_.find(number);
  return found == records_.end() ? "" : found->second.password_hash;
}

std::string Users::refresh_token(UserNumber number) const {
  const auto found = records_.find(number);
  return found == records_.end() ? "" : found->second.refresh_token;
}

Result<UserRecord> Users::changed(const UserChange& change) const {
  if (auto good = check(change); !good) return std::unexpected(good.error());
  UserRecord record;
  if (change.user.number != 0) {
    const auto found = records_.find(change.user.number);
    if (found == records_.end()) return fail(FailureKind::not_found);
    record = found->second;
  }
  const auto sign_in = record.user.sign_in;
  const bool had_password = !record.password_hash.empty();
  record.user = change.user;
  record.user.sign_in = sign_in;
  record.user.password_set = change.password ? !change.password->empty() : had_password;
  if (!record.user.password_set) record.password_hash.clear();
  if (change.id_number) record.id_number_print = change.id_number->empty() ? "" : fingerprint(key_, *change.id_number);
  record.user.id_number_set = !record.id_number_print.empty();
  return record;
}

void Users::put(UserChange change, Reply reply) {
  auto refuse = [&](const Failure& failure) { reply(std::unexpected(failure)); };
  auto record = changed(change);
  if (!record) return refuse(record.error());
  if (change.user.number == 0 && records_.size() >= most_users) return refuse({FailureKind::list_full, ""});
  auto end = [this, reply = std::move(reply)](UserRecord whole) mutable {
    auto now = as_of_now(std::move(whole));
    if (!now) return reply(std::unexpected(now.error()));
    if (auto free = TakenNames(records_).claim(*now); !free) return reply(std::unexpected(free.error()));
    auto kept = keep({std::move(*now)});
    reply(kept ? Result<std::int64_t>(0) : std::unexpected(kept.error()));
  };
  if (!record->user.password_set || !change.password) return end(std::move(*record));
  core_.work([password = std::move(*change.password)] { return hash_password(password); },
             [record = std::move(*record), end = std::move(end)](std::string hash) mutable {
               record.password_hash = std::move(hash);
               end(std::move(record));
             });
}

Result<UserRecord> Users::as_of_now(UserRecord record) const {
  if (record.user.number == 0) return record;
  const auto found = records_.find(record.user.number);
  if (found == records_.end()) return fail(FailureKind::not_found, record.user.id);
  record.user.sign_in = found->second.user.sign_in;
  record.refresh_token = found->second.refresh_token;
  return record;
}

Result<void> Users::keep(std::vector<UserRecord> records) {
  const auto kept = core_.store.put_users(records);
  core_.set_device_error(FailureKind::store_failed, !kept);
  if (!kept) return kept;
  for (auto& record : records) {
    const auto number = record.user.number;
    records_.insert_or_assign(number, std::move(record));
  }
  show();
  return {};
}

Result<void> Users::remove(const std::vector<UserNumber>& numbers) {
  for (const auto number : numbers) {
    if (!records_.contains(number)) return fail(FailureKind::not_found);
  }
  const auto kept = core_.store.remove_users(numbers);
  core_.set_device_error(FailureKind::store_failed, !kept);
  if (!kept) return kept;
  for (const auto number : numbers) records_.erase(number);
  show();
  return {};
}

Prepared Users::clear() {
  const auto numbers = std::views::keys(records_);
  std::vector<UserNumber> everybody(numbers.begin(), numbers.end());
  return {.apply =
              [this] {
                records_.clear();
                show();
              },
          .rows = [everybody = std::move(everybody)](Store& store) { return store.remove_users(everybody); }};
}

Result<void> Users::register_card(UserNumber number, const std::string& card) {
  auto record = records_.at(number);
  record.user.card = card;
  if (auto free = TakenNames(records_).claim(record); !free) return free;
  return keep({std::move(record)});
}

Result<void> Users::keep_sign_in(UserNumber number, const std::optional<StoredSignIn>& sign_in,
                                 const std::optional<std::string>& refresh_token) {
  const auto found = records_.find(number);
  if (found == records_.end()) return fail(FailureKind::not_found);
  auto record = found->second;
  record.user.sign_in = sign_in;
  if (refresh_token) record.refresh_token = *refresh_token;
  return keep({std::move(record)});
}

Result<void> Users::import(const std::vector<UserRow>& rows) {
  auto& shown = core_.state.users.import;
  if (shown && !shown->ended) return fail(FailureKind::busy);
  auto importing = std::make_shared<Importing>();
  importing->taken = TakenNames(records_);
  importing->shown.rows = rows.size();
  for (const auto& row : rows) take_row(*importing, row);
  shown = importing->shown;
  core_.publish();
  hash_some(importing);
  return {};
}

void Users::take_row(Importing& importing, const UserRow& row) const {
  const auto bad = [&](const Failure& failure) { importing.shown.bad.push_back({row.line, failure}); };
  if (!row.change) return bad(row.change.error());
  auto change = *row.change;
  change.user.number = importing.taken.owner_of_id(change.user.id);
  const bool known = change.user.number != 0;
  auto record = changed(change);
  if (!record) return bad(record.error());
  if (!known && records_.size() + importing.added >= most_users) return bad({FailureKind::list_full, ""});
  if (auto free = importing.taken.claim(*record); !free) return bad(free.error());
  if (!known) ++importing.added;
  if (change.password && !change.password->empty()) importing.passwords[importing.records.size()] = *change.password;
  importing.records.push_back(std::move(*record));
}

void Users::hash_some(const std::shared_ptr<Importing>& importing) {
  std::vector<std::pair<std::size_t, std::string>> some;
  auto& left = importing->passwords;
  while (!left.empty() && some.size() < hashed_at_a_time) {
    auto next = left.extract(left.begin());
    some.emplace_back(next.key(), std::move(next.mapped()));
  }
  importing->shown.done = importing->shown.rows - left.size() - some.size();
  core_.state.users.import = importing->shown;
  core_.publish();
  if (some.empty()) return end_import(*importing);
  core_.work(
      [some = std::move(some)]() mutable {
        for (auto& [_, password] : some) password = hash_password(password);
        return std::move(some);
      },
      [this, importing](std::vector<std::pair<std::size_t, std::string>> hashes) {
        for (auto& [index, hash] : hashes) importing->records[index].password_hash = std::move(hash);
        hash_some(importing);
      });
}

/// What somebody did to the register meanwhile counts: a name taken since then is taken.
void Users::end_import(Importing& importing) {
  auto& shown = importing.shown;
  shown.done = shown.rows;
  shown.kept = importing.records.size();
  TakenNames taken(records_);
  Result<void> kept;
  for (auto& record : importing.records) {
    auto now = kept ? as_of_now(std::move(record)) : std::unexpected(kept.error());
    if (now) {
      kept = taken.claim(*now);
      record = std::move(*now);
    } else {
      kept = std::unexpected(now.error());
    }
  }
  shown.ended = true;
  if (kept) kept = keep(std::move(importing.records));
  if (!kept) {
    shown.failure = kept.error();
    shown.kept = 0;
  }
  core_.state.users.import = shown;
  core_.publish();
}

void Users::tell() {
  auto list = std::make_shared<std::vector<User>>();
  list->reserve(records_.size());
  for (const auto& [_, record] : records_) list->push_back(record.user);
  core_.state.users.list = std::move(list);
}

void Users::show() {
  tell();
  if (seen_) seen_();
  core_.publish();
}

}  // namespace paneltwin::device
