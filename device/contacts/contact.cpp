#include "device/contacts/contact.hpp"

#include <algorithm>

#include "device/fax/fax_request.hpp"
#include "device/jobs/scan_request.hpp"
#include "device/settings/limits.hpp"

namespace paneltwin::device {

static bool is_good_address(const Contact& contact) {
  switch (contact.type) {
    case ContactType::email:
      return is_mail_address(contact.address);
    case ContactType::fax:
      return is_fax_number(contact.address);
    case ContactType::folder:
      return check(FolderTarget{contact.mode, contact.address, contact.user, {}}).has_value();
  }
  return false;
}

Result<void> check(const Contact& contact, const std::vector<Contact>& all) {
  const auto wrong = [](const char* field) { return fail(FailureKind::invalid_value, field); };
  if (contact.number < 0 || contact.number > most_contacts) return wrong("number");
  if (contact.name.empty() || !is_line(contact.name, longest_contact_name)) return wrong("name");
  if (!is_line(contact.index_word, longest_contact_name)) return wrong("index_word");
  if (!contact.is_group) {
    if (!contact.members.empty()) return wrong("members");
    if (!is_good_address(contact)) return wrong("address");
    return {};
  }
  if (contact.members.empty() || contact.members.size() > most_contacts) return wrong("members");
  const auto fits = [&](int number) {
    const auto member = std::ranges::find(all, number, &Contact::number);
    return member != all.end() && !member->is_group && member->type == contact.type;
  };
  if (!std::ranges::all_of(contact.members, fits)) return wrong("members");
  return {};
}

std::vector<Contact> in_order(std::vector<Contact> contacts) {
  const auto key = [](const Contact& contact) -> const std::string& {
    return contact.index_word.empty() ? contact.name : contact.index_word;
  };
  std::ranges::stable_sort(contacts, {}, key);
  return contacts;
}

}  // namespace paneltwin::device
