// A destination that people have given a name: an e-mail address, a network folder, a fax number, or a group of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "device/file_import.hpp"
#include "device/folder/folder_target.hpp"

namespace paneltwin::device {

enum class ContactType { email, folder, fax };

struct Contact {
  int number = 0;  // registry number, 1 to 2000; 0: the first free one
  ContactType type = ContactType::email;
  std::string name, index_word;  // 30 letters each
  bool frequent = false;
  std::string address;  // e-mail address, fax number or location; of a group empty
  FolderMode mode = FolderMode::smb;
  std::string user;           // of a folder
  bool password_set = false;  // the password itself never leaves the machine
  std::vector<int> members;   // of a group: numbers of contacts of its type
  bool is_group = false;
  bool operator==(const Contact&) const = default;
};

/// A contact as somebody wants it: added when its number is 0. `password` of a folder: nothing leaves it as it was.
struct ContactChange {
  Contact contact;
  std::optional<std::string> password;
};

/// A contact as a line of a file gives one.
using ContactRow = FileRow<ContactChange>;

inline constexpr int most_contacts = 2000;
inline constexpr std::size_t longest_contact_name = 90;  // bytes of UTF-8: 30 letters

/// Failure: invalid_value; its detail names the field. Members are checked against `all`.
Result<void> check(const Contact& contact, const std::vector<Contact>& all);

/// Of one that is no group, as people read it.
std::string shown_address(const Contact& contact);

/// In the order of index words, then names: how lists show them.
std::vector<Contact> in_order(std::vector<Contact> contacts);

}  // namespace paneltwin::device
