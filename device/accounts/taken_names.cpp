#include "device/accounts/taken_names.hpp"

#include "device/text/ascii.hpp"

namespace paneltwin::device {

TakenNames::TakenNames(const std::map<UserNumber, UserRecord>& records) {
  for (const auto& [_, record] : records) (void)claim(record);
}

TakenNames::Names TakenNames::names_of(const UserRecord& record) {
  return {lower(record.user.id), lower(record.user.card), record.id_number_print};
}

Result<void> TakenNames::claim(const UserRecord& record) {
  constexpr std::array<const char*, 3> fields{"id", "card", "id_number"};
  const auto number = record.user.number;
  const auto names = names_of(record);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto owner = owners_[i].find(names[i]);
    if (owner == owners_[i].end() || (number != 0 && owner->second == number)) continue;
    return fail(FailureKind::already_used, fields[i]);
  }
  const auto had = number == 0 ? names_.end() : names_.find(number);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (had != names_.end()) owners_[i].erase(had->second[i]);
    if (!names[i].empty()) owners_[i][names[i]] = number;
  }
  if (number != 0) names_[number] = names;
  return {};
}

UserNumber TakenNames::owner_of_id(std::string_view id) const {
  const auto owner = owners_[0].find(lower(id));
  return owner == owners_[0].end() ? 0 : owner->second;
}

}  // namespace paneltwin::device
