#include "device/contacts/contact_json.hpp"

#include <boost/json.hpp>

#include "device/names.hpp"

namespace paneltwin::device {

namespace json = boost::json;

json::object json_of(const Contact& contact) {
  json::array members;
  for (const int member : contact.members) members.push_back(member);
  return {{"number", contact.number},         {"type", name_of(contact.type)}, {"name", contact.name},
          {"index_word", contact.index_word}, {"frequent", contact.frequent},  {"address", contact.address},
          {"mode", name_of(contact.mode)},    {"user", contact.user},          {"password_set", contact.password_set},
          {"is_group", contact.is_group},     {"members", std::move(members)}};
}

std::string text_of(const Contact& contact) { return json::serialize(json_of(contact)); }

std::optional<Contact> contact_from(const std::string& text) {
  try {
    const auto value = json::parse(text);
    const auto& map = value.as_object();
    const auto words = [&](const char* name) { return std::string(map.at(name).as_string()); };
    const auto type = named<ContactType>(words("type"));
    const auto mode = named<FolderMode>(words("mode"));
    if (!type || !mode) return std::nullopt;
    Contact contact{.number = static_cast<int>(map.at("number").as_int64()),
                    .type = *type,
                    .name = words("name"),
                    .index_word = words("index_word"),
                    .frequent = map.at("frequent").as_bool(),
                    .address = words("address"),
                    .mode = *mode,
                    .user = words("user"),
                    .is_group = map.at("is_group").as_bool()};
    for (const auto& member : map.at("members").as_array())
      contact.members.push_back(static_cast<int>(member.as_int64()));
    return contact;
  } catch (const std::exception&) {  // what the library throws for a text that is something else
    return std::nullopt;
  }
}

}  // namespace paneltwin::device
