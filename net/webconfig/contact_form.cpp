#include "net/webconfig/contact_form.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "device/names.hpp"
#include "net/webconfig/form_reader.hpp"

namespace paneltwin::net::webconfig {

using device::Contact;
using device::ContactType;
using Kind = FormField::Kind;

namespace {

constexpr const char* type_field = "INPUTR_CONTACTTYPE";
constexpr std::string_view member = "INPUTC_MEMBER_";

struct AddressField {
  ContactType type;
  const char *name, *words;
};
constexpr AddressField address_fields[] = {{ContactType::email, "INPUTT_EMAIL", "contact.email"},
                                           {ContactType::fax, "INPUTT_FAXNUMBER", "contact.fax"},
                                           {ContactType::folder, "INPUTT_LOCATION", "folder.location"}};

std::string value_of(ContactType type) { return in_capitals(device::name_of(type)); }

/// Those that this model can send to.
std::vector<ContactType> types_of(const device::Product& product) {
  std::vector<ContactType> types{ContactType::email};
  if (product.has("scan-to-folder")) types.push_back(ContactType::folder);
  if (product.has("fax")) types.push_back(ContactType::fax);
  return types;
}

struct ContactFields {
  const Contact& contact;
  const device::Catalogue& words;
  std::vector<ContactType> types;

  [[nodiscard]] std::string text(std::string_view key) const { return std::string(words.text(key)); }

  /// Only while the type is this one, where it can still be chosen.
  [[nodiscard]] std::pair<std::string, std::string> when(ContactType type) const {
    if (contact.number != 0) return {};
    return {type_field, value_of(type)};
  }

  [[nodiscard]] FormField type() const {
    FormField field{.name = type_field, .label = text("contact.type"), .device_name = "type"};
    const auto name = [&](ContactType one) { return text(fmt::format("contact.type.{}", device::name_of(one))); };
    field.kind = contact.number == 0 ? Kind::radio : Kind::shown;
    field.value = contact.number == 0 ? value_of(contact.type) : name(contact.type);
    for (const auto one : types) field.choices.push_back({value_of(one), name(one)});
    return field;
  }

  [[nodiscard]] std::vector<FormField> folder() const {
    const auto only = when(ContactType::folder);
    FormField mode{.name = "INPUTR_FOLDERMODE",
                   .label = text("folder.mode"),
                   .kind = Kind::radio,
                   .value = in_capitals(device::name_of(contact.mode)),
                   .choices = choices_of({{"SMB", "folder.mode.smb"}, {"FTP", "folder.mode.ftp"}}, words),
                   .when = only};
    FormField user{.name = "INPUTT_FOLDERUSER",
                   .label = text("folder.user"),
                   .value = contact.user,
                   .most = 128,
                   .device_name = "user",
                   .when = only};
    FormField password{.name = "INPUTT_FOLDERPASSWORD",
                       .label = text("folder.password"),
                       .kind = Kind::password,
                       .value = contact.password_set ? "x" : "",
                       .most = 64,
                       .help = contact.password_set ? text("web.users.keep") : "",
                       .device_name = "password",
                       .when = only};
    std::vector<FormField> fields{std::move(mode), std::move(user), std::move(password)};
    if (contact.password_set) {
      fields.push_back({.name = "INPUTC_NOPASSWORD",
                        .label = text("web.users.remove_password"),
                        .kind = Kind::check,
                        .value = "OFF",
                        .when = only});
    }
    return fields;
  }

  [[nodiscard]] std::vector<FormField> addresses() const {
    std::vector<FormField> fields;
    for (const auto& [type, name, key] : address_fields) {
      const bool is_it = type == contact.type;
      if (std::ranges::find(types, type) == types.end() && !is_it) continue;
      if (contact.number != 0 && !is_it) continue;
      fields.push_back({.name = name,
                        .label = text(key),
                        .value = is_it ? contact.address : "",
                        .device_name = "address",
                        .when = when(type)});
      if (type == ContactType::folder) std::ranges::move(folder(), std::back_inserter(fields));
    }
    return fields;
  }

  [[nodiscard]] std::vector<FormField> members(const std::vector<Contact>& all) const {
    std::vector<FormField> boxes;
    for (const auto& one : device::in_order(all)) {
      if (one.is_group || (contact.number != 0 && one.type != contact.type)) continue;
      const bool is_in = std::ranges::find(contact.members, one.number) != contact.members.end();
      boxes.push_back({.name = fmt::format("{}{}", member, one.number),
                       .label = fmt::format("{} ({})", one.name, device::shown_address(one)),
                       .kind = Kind::check,
                       .value = is_in ? "ON" : "OFF",
                       .when = when(one.type)});
    }
    return boxes;
  }
};

}  // namespace

Form contact_form(const Contact& contact, const device::State& state, const device::Catalogue& words) {
  const ContactFields make{contact, words, types_of(state.product)};
  FormGroup whole{"",
                  {make.type(),
                   {.name = "INPUTT_CONTACTNAME",
                    .label = make.text("contact.name"),
                    .value = contact.name,
                    .most = device::longest_contact_name,
                    .device_name = "name"},
                   {.name = "INPUTT_INDEXWORD",
                    .label = make.text("contact.index_word"),
                    .value = contact.index_word,
                    .most = device::longest_contact_name,
                    .device_name = "index_word"},
                   {.name = "INPUTC_FREQUENT",
                    .label = make.text("contact.frequent"),
                    .kind = Kind::check,
                    .value = contact.frequent ? "ON" : "OFF"}}};
  if (contact.is_group)
    return {.groups = {std::move(whole), {make.text("contact.group_members"), make.members(state.contacts)}}};
  std::ranges::move(make.addresses(), std::back_inserter(whole.fields));
  return {.groups = {std::move(whole)}};
}

device::ContactChange contact_in(const FormValues& values, Contact contact) {
  const auto value = [&](std::string_view name) {
    const auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
  };
  if (contact.number == 0) contact.type = chosen<ContactType>(value(type_field)).value_or(contact.type);
  contact.name = value("INPUTT_CONTACTNAME");
  contact.index_word = value("INPUTT_INDEXWORD");
  contact.frequent = value("INPUTC_FREQUENT") == "ON";
  if (contact.is_group) {
    contact.members.clear();
    for (const auto& [name, on] : values) {
      if (name.starts_with(member) && on == "ON") {
        contact.members.push_back(static_cast<int>(number_in(name.substr(member.size()))));
      }
    }
    std::ranges::sort(contact.members);
    return {std::move(contact), std::nullopt};
  }
  const auto* field = std::ranges::find(address_fields, contact.type, &AddressField::type);
  contact.address = value(field->name);
  if (contact.type != ContactType::folder) return {std::move(contact), std::nullopt};
  contact.mode = chosen<device::FolderMode>(value("INPUTR_FOLDERMODE")).value_or(contact.mode);
  contact.user = value("INPUTT_FOLDERUSER");
  return {std::move(contact), secret_in(value("INPUTT_FOLDERPASSWORD"), value("INPUTC_NOPASSWORD"))};
}

std::string contact_field(std::string_view detail, const device::Catalogue& words) {
  constexpr std::pair<std::string_view, std::string_view> keys[] = {
      {"number", "web.contacts.number"}, {"type", "contact.type"},
      {"name", "contact.name"},          {"index_word", "contact.index_word"},
      {"frequent", "contact.frequent"},  {"address", "web.contacts.address"},
      {"mode", "folder.mode"},           {"user", "folder.user"},
      {"password", "folder.password"},   {"members", "contact.group_members"}};
  const auto* found = std::ranges::find(keys, detail, [](const auto& pair) { return pair.first; });
  return std::string(words.text(found == std::end(keys) ? "web.file.row" : found->second));
}

}  // namespace paneltwin::net::webconfig
