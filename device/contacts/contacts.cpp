#include "device/contacts/contacts.hpp"

#include <algorithm>
#include <set>

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

/// What the address book is to become, and what the store is to change for it.
struct Contacts::Draft {
  std::vector<Contact> all;
  std::map<int, std::string> passwords;
  SettingChanges changes, secrets;
};

Result<int> Contacts::put(Draft& draft, Contact contact, const std::optional<std::string>& password) {
  if (auto good = check(contact, draft.all); !good) return std::unexpected(good.error());
  const bool has_password = contact.type == ContactType::folder && !contact.is_group;
  if (password && !check(FolderTarget{.location = "//s/s", .password = *password})) {
    return fail(FailureKind::invalid_value, "password");
  }
  if (contact.number == 0) {
    contact.number = 1;
    for (const auto& taken : draft.all) contact.number += taken.number == contact.number ? 1 : 0;
    if (contact.number > most_contacts) return fail(FailureKind::list_full);
  }
  const auto number = contact.number;
  const auto place = place_of(draft.all, number);
  const bool is_known = place != draft.all.end() && place->number == number;
  if (is_known && (place->type != contact.type || place->is_group != contact.is_group)) {
    return fail(FailureKind::invalid_value, "type");
  }
  if (password) draft.passwords[number] = *password;
  if (!has_password || draft.passwords[number].empty()) draft.passwords.erase(number);
  contact.password_set = draft.passwords.contains(number);
  draft.secrets[key(number)] = contact.password_set ? std::optional(draft.passwords[number]) : std::nullopt;
  draft.changes[key(number)] = text_of(contact);
  if (is_known) {
    *place = std::move(contact);
  } else {
    draft.all.insert(place, std::move(contact));
  }
  return number;
}

Result<void> Contacts::keep(Draft draft) {
  if (auto kept = core_.keep(draft.changes, draft.secrets); !kept) return kept;
  passwords_ = std::move(draft.passwords);
  core_.state.contacts = std::move(draft.all);
  core_.publish();
  return {};
}

Result<std::int64_t> Contacts::store(Contact contact, const std::optional<std::string>& password) {
  Draft draft{core_.state.contacts, passwords_, {}, {}};
  const auto number = put(draft, std::move(contact), password);
  if (!number) return std::unexpected(number.error());
  if (auto kept = keep(std::move(draft)); !kept) return std::unexpected(kept.error());
  return *number;
}

Result<void> Contacts::remove(const std::vector<int>& numbers) {
  Draft draft{core_.state.contacts, passwords_, {}, {}};
  for (const int number : numbers) {
    if (!find(number)) return fail(FailureKind::not_found);
    std::erase_if(draft.all, [&](const Contact& contact) { return contact.number == number; });
    for (auto& contact : draft.all) std::erase(contact.members, number);
  }
  std::erase_if(draft.all, [](const Contact& contact) { return contact.is_group && contact.members.empty(); });
  for (const auto& old : core_.state.contacts) {
    const auto now = std::ranges::find(draft.all, old.number, &Contact::number);
    if (now == draft.all.end()) {
      draft.changes[key(old.number)] = draft.secrets[key(old.number)] = {};
      draft.passwords.erase(old.number);
    } else if (*now != old) {
      draft.changes[key(old.number)] = text_of(*now);
    }
  }
  return keep(std::move(draft));
}

Result<void> Contacts::import(const std::vector<ContactRow>& rows) {
  FileImport outcome{.done = rows.size(), .rows = rows.size(), .ended = true};
  Draft draft{core_.state.contacts, passwords_, {}, {}};
  std::set<int> taken;
  const auto take = [&](const ContactRow& row) -> Result<int> {
    if (!row.change) return std::unexpected(row.change.error());
    const auto& contact = row.change->contact;
    if (contact.number != 0 && !taken.insert(contact.number).second) return fail(FailureKind::already_used, "number");
    return put(draft, contact, row.change->password);
  };
  // Numbers that the file names are no others'; groups come after those who may be their members.
  const auto turn_of = [](const ContactRow& row) {
    if (!row.change) return 0;
    return (row.change->contact.number == 0 ? 2 : 0) + (row.change->contact.is_group ? 1 : 0);
  };
  for (const int turn : {0, 1, 2, 3}) {
    for (const auto& row : rows) {
      if (turn_of(row) != turn) continue;
      if (auto done = take(row); !done) outcome.bad.push_back({row.line, done.error()});
    }
  }
  outcome.kept = rows.size() - outcome.bad.size();
  std::ranges::sort(outcome.bad, {}, &FileImport::BadRow::line);
  auto kept = keep(std::move(draft));
  if (!kept) {
    outcome.failure = kept.error();
    outcome.kept = 0;
  }
  core_.state.contact_import = std::move(outcome);
  core_.publish();
  return kept;
}

Prepared Contacts::clear() {
  Prepared change;
  for (const auto& contact : core_.state.contacts) change.settings[key(contact.number)] = {};
  for (const auto& [number, _] : passwords_) change.secrets[key(number)] = {};
  change.apply = [this] {
    passwords_.clear();
    core_.state.contacts.clear();
    core_.state.contact_import.reset();
  };
  return change;
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
