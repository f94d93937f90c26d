// The register of users: a thousand at most, in the store, with their secrets beside them.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "device/core.hpp"
#include "device/store/user_record.hpp"

namespace paneltwin::device {

class Users {
 public:
  /// `key` makes fingerprints of ID numbers: they are looked up, so that salted hashes will not do.
  Users(Core& core, std::string key, std::vector<UserRecord> records);

  /// Adds or changes one. Failures: invalid_value and already_used (the field), list_full, not_found, store_failed.
  void put(UserChange change, Reply reply);
  /// Failure: not_found, store_failed.
  Result<void> remove(const std::vector<UserNumber>& numbers);
  /// To forget all of them, together with other changes.
  [[nodiscard]] Prepared clear();
  /// Keeps what is good in `rows`, all at once at the end; a row with the ID of a user changes that user. Answered at
  /// the start, then followed in the state's `import`: hashing a thousand passwords takes a while. Failure: busy.
  Result<void> import(const std::vector<UserRow>& rows);

  /// Nothing when there is none.
  [[nodiscard]] const User* find(UserNumber number) const;
  [[nodiscard]] const User* with_id(std::string_view id) const;
  [[nodiscard]] const User* with_card(std::string_view card) const;
  [[nodiscard]] const User* with_id_number(std::string_view number) const;
  [[nodiscard]] std::string password_hash(UserNumber number) const;

  Result<void> register_card(UserNumber number, const std::string& card);
  /// The user's own sign-in: both kept at once; nothing takes it away.
  Result<void> keep_sign_in(UserNumber number, const std::optional<StoredSignIn>& sign_in,
                            const std::optional<std::string>& refresh_token);
  [[nodiscard]] std::string refresh_token(UserNumber number) const;
  /// Shows the register to everybody with the next snapshot.
  void tell();
  /// Called when users were changed or are gone.
  void on_change(std::function<void()> seen) { seen_ = std::move(seen); }

 private:
  struct Importing;
  /// The record that `change` leads to, but for the password's hash.
  [[nodiscard]] Result<UserRecord> changed(const UserChange& change) const;
  /// Hashing takes its time: meanwhile the user may have signed in, or be gone. Failure: not_found.
  [[nodiscard]] Result<UserRecord> as_of_now(UserRecord record) const;
  Result<void> keep(std::vector<UserRecord> records);
  void take_row(Importing& importing, const UserRow& row) const;
  void hash_some(const std::shared_ptr<Importing>& importing);
  void end_import(Importing& importing);
  void show();

  Core& core_;
  std::string key_;
  std::map<UserNumber, UserRecord> records_;
  std::function<void()> seen_;
};

}  // namespace paneltwin::device
