#include "net/webconfig/contact_file.hpp"

#include <algorithm>
#include <charconv>

#include "device/names.hpp"
#include "net/csv/columns.hpp"

namespace paneltwin::net::webconfig {

using device::Contact;
using device::ContactChange;
using device::ContactRow;

namespace {

constexpr char between_members = ';';

std::optional<int> number_of(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 1) return std::nullopt;
  return number;
}

/// Empty: the first free one.
bool take_number(const std::string& cell, ContactChange& change) {
  if (cell.empty()) return true;
  const auto number = number_of(cell);
  change.contact.number = number.value_or(0);
  return number.has_value();
}

std::string give_number(const Contact& contact) { return std::to_string(contact.number); }

/// Empty: as it was.
template <auto member>
bool take_name(const std::string& cell, ContactChange& change) {
  if (cell.empty()) return true;
  auto& value = change.contact.*member;
  const auto named = device::named<std::remove_cvref_t<decltype(value)>>(cell);
  value = named.value_or(value);
  return named.has_value();
}

std::string give_type(const Contact& contact) { return std::string(device::name_of(contact.type)); }

std::string give_mode(const Contact& contact) {
  const bool is_folder = contact.type == device::ContactType::folder && !contact.is_group;
  return is_folder ? std::string(device::name_of(contact.mode)) : std::string();
}

template <bool Contact::* member>
bool take_flag(const std::string& cell, ContactChange& change) {
  if (!cell.empty()) change.contact.*member = cell == "yes";
  return cell.empty() || cell == "yes" || cell == "no";
}

template <bool Contact::* member>
std::string give_flag(const Contact& contact) {
  return contact.*member ? "yes" : "no";
}

template <std::string Contact::* member>
bool take_text(const std::string& cell, ContactChange& change) {
  change.contact.*member = cell;
  return true;
}

template <std::string Contact::* member>
std::string give_text(const Contact& contact) {
  return contact.*member;
}

/// Empty: as it was.
bool take_password(const std::string& cell, ContactChange& change) {
  if (!cell.empty()) change.password = cell;
  return true;
}

std::string give_nothing(const Contact&) { return {}; }

bool take_members(const std::string& cell, ContactChange& change) {
  change.contact.members.clear();
  for (std::string_view rest = cell; !rest.empty();) {
    const auto end = std::min(rest.find(between_members), rest.size());
    const auto number = number_of(rest.substr(0, end));
    if (!number) return false;
    change.contact.members.push_back(*number);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

std::string give_members(const Contact& contact) {
  std::string cell;
  for (const int member : contact.members) {
    if (!cell.empty()) cell += between_members;
    cell += std::to_string(member);
  }
  return cell;
}

using ContactFileColumn = csv::Column<ContactChange, Contact>;
constexpr std::string_view number_column = "No.", key = "Name";
constexpr ContactFileColumn contact_file_columns[] = {
    {number_column, "number", take_number, give_number},
    {"Type", "type", take_name<&Contact::type>, give_type},
    {"Group", "type", take_flag<&Contact::is_group>, give_flag<&Contact::is_group>},
    {key, "name", take_text<&Contact::name>, give_text<&Contact::name>},
    {"Index Word", "index_word", take_text<&Contact::index_word>, give_text<&Contact::index_word>},
    {"Frequent", "frequent", take_flag<&Contact::frequent>, give_flag<&Contact::frequent>},
    {"Address", "address", take_text<&Contact::address>, give_text<&Contact::address>},
    {"Communication Mode", "mode", take_name<&Contact::mode>, give_mode},
    {"User Name", "user", take_text<&Contact::user>, give_text<&Contact::user>},
    {"Password", "password", take_password, give_nothing},
    {"Members", "members", take_members, give_members},
};

ContactRow contact_in_row(const csv::Row& row, const std::vector<const ContactFileColumn*>& in_order,
                          const std::vector<Contact>& known) {
  ContactChange change;
  const auto number = number_of(csv::cell_of(row, in_order, number_column));
  const auto before = std::ranges::find(known, number.value_or(0), &Contact::number);
  if (before != known.end()) change.contact = *before;
  auto taken = csv::take_row(row, in_order, change);
  if (!taken) return {row.line, std::unexpected(taken.error())};
  return {row.line, std::move(change)};
}

}  // namespace

std::optional<std::vector<ContactRow>> read_contacts(std::string_view file, const std::vector<Contact>& known) {
  const auto rows = csv::read(file);
  if (rows.empty()) return std::nullopt;
  const auto in_order = csv::named_columns(rows.front(), contact_file_columns, key);
  if (!in_order) return std::nullopt;
  std::vector<ContactRow> contacts;
  for (auto row = rows.begin() + 1; row != rows.end(); ++row)
    contacts.push_back(contact_in_row(*row, *in_order, known));
  return contacts;
}

std::string write_contacts(const std::vector<Contact>& contacts) { return csv::write(contact_file_columns, contacts); }

}  // namespace paneltwin::net::webconfig
