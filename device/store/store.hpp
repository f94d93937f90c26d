// What the machine knows when the power comes back: one file, machine.db. Loop only.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "device/jobs/job_record.hpp"
#include "device/security/audit_log.hpp"
#include "device/store/database.hpp"
#include "device/store/user_record.hpp"

namespace paneltwin::device {

/// Settings by name ("basic.language"); nothing forgets one.
using SettingChanges = std::map<std::string, std::optional<std::string>, std::less<>>;
using SettingValues = std::map<std::string, std::string, std::less<>>;

class Store {
 public:
  /// Makes `folder` when missing. Failure: store_failed.
  static Result<Store> open(const std::filesystem::path& folder);

  Result<SettingValues> settings();
  /// Passwords, hashes and tokens, apart from all else.
  Result<SettingValues> secrets();
  /// All that `steps` change, or nothing; durable when it returns.
  Result<void> together(const std::function<Result<void>()>& steps) { return database_.transaction(steps); }
  /// Both or neither; durable when it returns.
  Result<void> change(const SettingChanges& settings, const SettingChanges& secrets = {});

  /// The newest `count` jobs that have ended, newest first.
  Result<std::vector<Job>> log(int count);
  /// Those that have not, oldest first.
  Result<std::vector<JobRecord>> active();
  /// Gives the job its receipt number, which no job had before.
  Result<ReceiptNumber> add(const JobRecord& record);
  /// All of them, and `settings`, or nothing.
  Result<std::vector<ReceiptNumber>> add(const std::vector<JobRecord>& records, const SettingChanges& settings);
  Result<void> update(const JobRecord& record);
  /// Keeps the newest `count` of the ended ones.
  Result<void> trim_log(int count);

  /// Newest first.
  Result<std::vector<AuditEntry>> audit();
  /// Answers its number; of more than `most` the oldest goes.
  Result<std::int64_t> add(const AuditEntry& entry, std::size_t most);

  /// By number.
  Result<std::vector<UserRecord>> users();
  /// All or none. Those without a number get one that no user had before.
  Result<void> put_users(std::vector<UserRecord>& records);
  Result<void> remove_users(const std::vector<UserNumber>& numbers);

  Result<std::vector<std::string>> recent_recipients();
  Result<void> set_recent_recipients(const std::vector<std::string>& addresses);

  /// Password Encryption: from now on secrets and users' secrets lie there under a key in a file beside it, or plain;
  /// those that are there too. All or nothing.
  Result<void> encrypt_secrets(bool on);
  /// Afterwards no file holds what the rows were before the last change.
  Result<void> forget_what_was();

  [[nodiscard]] const std::filesystem::path& file() const { return database_.file(); }

 private:
  explicit Store(Database database) : database_(std::move(database)) {}
  Result<SettingValues> table(std::string_view name);
  Result<void> change_table(std::string_view name, const SettingChanges& changes);
  Result<bool> encrypts();
  Result<void> know_key();
  Result<void> make_key();
  /// As it is to lie in the store; and back.
  Result<std::string> hidden(const std::string& secret);
  Result<std::string> revealed(const std::string& kept);
  Result<void> put_user(UserRecord& record);
  /// With its secrets as they lie there; nothing when the row makes no sense.
  static std::optional<UserRecord> user_in(const Database::Row& row);

  Database database_;
  std::string key_;  // of the passwords; empty: not needed yet
};

}  // namespace paneltwin::device
