#include "device/contacts/contact.hpp"

#include <algorithm>

#include "device/fax/fax_request.hpp"
#include "device/jobs/scan_request.hpp"
#include "device/settings/limits.hpp"

namespace paneltwin::device {

static std::unexpected<Failure> wrong(const char* field) { return fail(FailureKind::invalid_value, field); }

static Result<void> check_address(const Contact& contact) {
  switch (contact.type) {
    case ContactType::email:
      return is_mail_address(contact.address) ? Result<void>() : wrong("address");
    case ContactType::fax:
      return is_fax_number(contact.address) ? Result<void>() : wrong("address");
    case ContactType::folder:
      break;
  }
  const auto good = check(FolderTarget{contact.mode, contact.address, contact.user, {}});
  return good || good.error().detail != "location" ? good : wrong("address");
}

Result<void> check(const Contact& contact, const std::vector<Contact>& all) {
  if (contact.number < 0 || contact.number > most_contacts) return wrong("number");
  if (contact.name.empty() || !is_line(contact.name, longest_contact_name)) return wrong("name");
  if (!is_line(contact.index_word, longest_contact_name)) return wrong("index_word");
  if (!contact.is_group) {
    if (!contact.members.empty()) return wrong("members");
    return check_address(contact);
  }
  if (contact.members.empty() || contact.members.size() > most_contacts) return wrong("members");
  const auto fits = [&](int number) {
    const auto member = std::ranges::find(all, number, &Contact::number);
    return member != all.end() && !member->is_group && member->type == contact.type;
  };
  if (!std::ranges::all_of(contact.members, fits)) return wrong("members");
  return {};
}

std::string shown_address(const Contact& contact) {
  if (contact.type != ContactType::folder) return contact.address;
  return shown_location({contact.mode, contact.address, {}, {}});
}

std::vector<Contact> in_order(std::vector<Contact> contacts) {
  const auto key = [](const Contact& contact) -> const std::string& {
    return contact.index_word.empty() ? contact.name : contact.index_word;
  };
  std::ranges::stable_sort(contacts, {}, key);
  return contacts;
}

}  // namespace paneltwin::device
