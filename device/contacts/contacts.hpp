// The machine's address book: kept in the store, shown in the state, without the folders' passwords.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "device/contacts/contact.hpp"
#include "device/core.hpp"

namespace paneltwin::device {

/// Loop only.
class Contacts {
 public:
  explicit Contacts(Core& core) : core_(core) {}
  void take_up(const SettingValues& settings, const SettingValues& secrets);

  /// Adds it, or changes the one of its number, which keeps its type; its number, once durable. `password` nothing: as
  /// it was. Failures: invalid_value (the field), list_full, store_failed.
  Result<std::int64_t> store(Contact contact, const std::optional<std::string>& password);
  /// All or none. Groups lose them as members; a group that is empty then goes too. Failures: not_found, store_failed.
  Result<void> remove(const std::vector<int>& numbers);
  /// Keeps what is good in `rows`, all at once; groups may stand before their members. Failure: store_failed.
  Result<void> import(const std::vector<ContactRow>& rows);
  /// To forget all of them, together with other changes.
  [[nodiscard]] Prepared clear();

  /// Of `number`, or of the group's members: addresses and fax numbers.
  [[nodiscard]] std::vector<std::string> addresses(int number) const;
  /// The folders of `number` or its members, with their passwords.
  [[nodiscard]] std::vector<FolderTarget> folders(int number) const;

 private:
  struct Draft;
  /// Puts it into the draft, where the machine itself would. Failures as of store().
  static Result<int> put(Draft& draft, Contact contact, const std::optional<std::string>& password);
  Result<void> keep(Draft draft);
  [[nodiscard]] const Contact* find(int number) const;
  [[nodiscard]] std::vector<const Contact*> individuals(int number) const;

  Core& core_;
  std::map<int, std::string> passwords_;
};

}  // namespace paneltwin::device
