#include "device/contacts/contacts.hpp"

#include <algorithm>

#include "device/contacts/contact_json.hpp"

namespace paneltwin::device {

namespace {

constexpr std::string_view prefix = "contact.";

std::string key(int number) { return std::string(prefix) + std::to_string(number); }

std::vector<Contact>::iterator place_of(std::vector<Contact>& all, int number) {
  return std::ranges::lower_bound(all, number, {}, &Contact::number);
}

}  // namespace

void Contacts::take_up(const SettingValues& settings, const SettingValues& secrets) {
  auto& all = core_.state.contacts;
  for (auto row = settings.lower_bound(prefix); row != settings.end() && row->first.starts_with(prefix); ++row) {
    if (auto contact = contact_from(row->second)) all.push_back(std::move(*contact));
  }
  std::ranges::sort(all, {}, &Contact::number);
  for (auto& contact : all) {
    const auto secret = secrets.find(key(contact.number));
    contact.password_set = secret != secrets.end();
    if (contact.password_set) passwords_[contact.number] = secret->second;
  }
}

Result<std::int64_t> Contacts::store(Contact contact, const std::optional<std::string>& password) {
  auto& all = core_.state.contacts;
  if (auto good = check(contact, all); !good) return std::unexpected(good.error());
  if (contact.number == 0) {
    contact.number = 1;
    for (const auto& taken : all) contact.number += taken.number == contact.number ? 1 : 0;
    if (contact.number > most_contacts) return fail(FailureKind::busy, "the address book is full");
  }
  const auto old = find(contact.number);
  const bool known = contact.type == ContactType::folder && old && old->password_set;
  contact.password_set = password ? !password->empty() : known;
  SettingChanges secrets;
  if (password || !contact.password_set) {
    secrets[key(contact.number)] = contact.password_set ? password : std::nullopt;
  }
  if (auto kept = core_.keep({{key(contact.number), text_of(contact)}}, secrets); !kept) {
    return std::unexpected(kept.error());
  }
  if (!contact.password_set) passwords_.erase(contact.number);
  if (password && contact.password_set) passwords_[contact.number] = *password;
  const auto number = contact.number;
  const auto place = place_of(all, number);
  if (place != all.end() && place->number == number) {
    *place = std::move(contact);
  } else {
    all.insert(place, std::move(contact));
  }
  core_.publish();
  return number;
}

Result<void> Contacts::remove(int number) {
  if (!find(number)) return fail(FailureKind::not_found);
  auto next = core_.state.contacts;
  std::erase_if(next, [&](const Contact& contact) { return contact.number == number; });
  for (auto& contact : next) std::erase(contact.members, number);
  std::erase_if(next, [](const Contact& contact) { return contact.is_group && contact.members.empty(); });
  SettingChanges changes;
  for (const auto& old : core_.state.contacts) {
    const auto now = std::ranges::find(next, old.number, &Contact::number);
    if (now == next.end()) {
      changes[key(old.number)] = {};
    } else if (*now != old) {
      changes[key(old.number)] = text_of(*now);
    }
  }
  if (auto kept = core_.keep(changes, {{key(number), {}}}); !kept) return kept;
  passwords_.erase(number);
  core_.state.contacts = std::move(next);
  core_.publish();
  return {};
}

Result<void> Contacts::remove_all() {
  SettingChanges changes, secrets;
  for (const auto& contact : core_.state.contacts) changes[key(contact.number)] = {};
  for (const auto& [number, _] : passwords_) secrets[key(number)] = {};
  if (auto kept = core_.keep(changes, secrets); !kept) return kept;
  passwords_.clear();
  core_.state.contacts.clear();
  return {};
}

const Contact* Contacts::find(int number) const {
  const auto found = std::ranges::find(core_.state.contacts, number, &Contact::number);
  return found == core_.state.contacts.end() ? nullptr : &*found;
}

std::vector<const Contact*> Contacts::individuals(int number) const {
  const auto* contact = find(number);
  if (!contact) return {};
  if (!contact->is_group) return {contact};
  std::vector<const Contact*> all;
  for (const int member : contact->members) {
    if (const auto* one = find(member)) all.push_back(one);
  }
  return all;
}

std::vector<std::string> Contacts::addresses(int number) const {
  std::vector<std::string> addresses;
  for (const auto* contact : individuals(number)) addresses.push_back(contact->address);
  return addresses;
}

std::vector<FolderTarget> Contacts::folders(int number) const {
  std::vector<FolderTarget> folders;
  for (const auto* contact : individuals(number)) {
    const auto password = passwords_.find(contact->number);
    folders.push_back(
        {contact->mode, contact->address, contact->user, password == passwords_.end() ? "" : password->second});
  }
  return folders;
}

}  // namespace paneltwin::device
