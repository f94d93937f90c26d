// What identifies a user belongs to one alone: ID, card and ID number.
#pragma once

#include <array>
#include <map>
#include <string>

#include "device/store/user_record.hpp"

namespace paneltwin::device {

class TakenNames {
 public:
  TakenNames() = default;
  explicit TakenNames(const std::map<UserNumber, UserRecord>& records);

  /// Takes the names of `record`, and gives back those that its user had. Failure: already_used (the field); then all
  /// is as it was.
  Result<void> claim(const UserRecord& record);
  /// Whose ID this is, whatever its case; 0: nobody's in the register.
  [[nodiscard]] UserNumber owner_of_id(std::string_view id) const;

 private:
  using Names = std::array<std::string, 3>;  // ID, card, ID number
  static Names names_of(const UserRecord& record);

  std::array<std::map<std::string, UserNumber, std::less<>>, 3> owners_;  // 0: a newcomer's
  std::map<UserNumber, Names> names_;
};

}  // namespace paneltwin::device
