// The list with search and pages, and the file. The form of one contact is contact_form.cpp's.
#include <fmt/format.h>

#include "device/names.hpp"
#include "net/webconfig/contact_file.hpp"
#include "net/webconfig/contact_form.hpp"
#include "net/webconfig/contact_pages.hpp"
#include "net/webconfig/form_reader.hpp"
#include "net/webconfig/menu.hpp"
#include "net/webconfig/register_page.hpp"

namespace paneltwin::net::webconfig {

using device::Contact;

namespace {

constexpr std::string_view contacts_id = "SCAN_CONTACTS", file_page = "SCAN_CONTACTS_FILE";  // inferred
constexpr std::string_view contacts_box = "INPUTC_CONTACT", number_field = "INPUTT_CONTACTNUMBER",
                           group_field = "INPUTT_CONTACTGROUP";

std::string type_words(const Contact& contact, const device::Catalogue& words) {
  const auto type = words.text(fmt::format("contact.type.{}", device::name_of(contact.type)));
  return contact.is_group ? fmt::format("{} ({})", words.text("contact.group"), type) : std::string(type);
}

std::string address_words(const Contact& contact, const device::Catalogue& words) {
  if (!contact.is_group) return device::shown_address(contact);
  return words.counted("contact.members", contact.members.size());
}

void show_contacts_list(const Site& site, Visit visit) {
  const auto state = site.device.snapshot();
  const auto sought = sought_in(visit);
  const auto text = [&](std::string_view key) { return std::string(visit.words.text(key)); };
  Register shown{.id = contacts_id,
                 .words = "web.contacts.",
                 .box = contacts_box,
                 .asked_by = "contact",
                 .in_all = state->contacts.size(),
                 .heads = {text("web.contacts.number"), text("contact.name"), text("contact.type"),
                           text("web.contacts.address"), text("contact.index_word"), text("contact.frequent")},
                 .adds = {{"add", address(contacts_id, "EDIT"), text("contact.new")}}};
  if (!state->contacts.empty()) {
    shown.adds.push_back({"add-group", address(contacts_id, "EDIT") + "?group=ON", text("contact.new_group")});
  }
  for (const auto& contact : state->contacts) {
    if (!has_in_it({contact.name, contact.index_word, contact.address}, sought)) continue;
    const auto number = std::to_string(contact.number);
    shown.found.push_back({number,
                           contact.name,
                           {number},
                           {type_words(contact, visit.words), address_words(contact, visit.words), contact.index_word,
                            contact.frequent ? text("value.on") : ""}});
  }
  show_register(site, std::move(visit), shown);
}

/// A new one for 0; nothing when there is none of that number.
std::optional<Contact> contact_of(const Site& site, std::int64_t number, bool is_group) {
  if (number == 0) return Contact{.is_group = is_group};
  const auto state = site.device.snapshot();
  const auto found = std::ranges::find(state->contacts, number, &Contact::number);
  return found == state->contacts.end() ? std::nullopt : std::optional(*found);
}

void show_contacts_form(const Site& site, Visit visit, const Contact& contact, const Form& form) {
  const auto* title = contact.number != 0 ? "contact.edit" : contact.is_group ? "contact.new_group" : "contact.new";
  show_record(site, std::move(visit), contacts_id, title, form,
              {{std::string(number_field), std::to_string(contact.number)},
               {std::string(group_field), contact.is_group ? "ON" : "OFF"}});
}

void ask_contacts(Site& site, Visit visit) {
  const auto contact =
      contact_of(site, number_in(visit.request.query_value("contact")), visit.request.query_value("group") == "ON");
  if (!contact) return site.answer_message(std::move(visit), contacts_id, "failure.not_found.problem", false);
  const auto form = contact_form(*contact, *site.device.snapshot(), visit.words);
  show_contacts_form(site, std::move(visit), *contact, form);
}

void take_contacts(Site& site, Visit visit) {
  const auto contact = contact_of(site, number_in(visit.field(number_field)), visit.field(group_field) == "ON");
  if (!contact) return site.answer_message(std::move(visit), contacts_id, "failure.not_found.problem", false);
  auto form = contact_form(*contact, *site.device.snapshot(), visit.words);
  if (!read_form(form, visit)) return show_contacts_form(site, std::move(visit), *contact, form);
  auto change = contact_in(values_of(form), *contact);
  site.device.post(
      device::command::StoreContact{std::move(change.contact), std::move(change.password)},
      [site = site.shared_from_this(), visit = std::move(visit), contact = *contact,
       form = std::move(form)](const device::Result<std::int64_t>& kept) mutable {
        if (kept) return site->answer_message(std::move(visit), contacts_id, "webconfig.setup_complete", true);
        mark(form, kept.error(), visit.words);
        if (kept.error().detail == "members") form.problem = visit.words.text("web.contacts.no_members");
        show_contacts_form(*site, std::move(visit), contact, form);
      },
      device::Origin::web);
}

void remove_contacts(Site& site, Visit visit) {
  const auto chosen = ticked(visit, contacts_box);
  if (chosen.empty()) return site.redirect(std::move(visit), address(contacts_id));
  device::command::DeleteContacts command;
  for (const auto number : chosen) command.numbers.push_back(static_cast<int>(number));
  post_and_tell(site, std::move(visit), contacts_id, std::move(command));
}

std::optional<device::Command> read_contacts_file(std::string_view content, const device::State& state) {
  auto rows = read_contacts(content, state.contacts);
  if (!rows) return std::nullopt;
  return device::command::ImportContacts{std::move(*rows)};
}

}  // namespace

void add_contacts_pages(Site& site) {
  site.show_to_administrator(contacts_id, "TOP", [&site](Visit visit) { show_contacts_list(site, std::move(visit)); });
  site.show_to_administrator(contacts_id, "EDIT", [&site](Visit visit) { ask_contacts(site, std::move(visit)); });
  site.take_from_administrator(contacts_id, "SET", [&site](Visit visit) { take_contacts(site, std::move(visit)); });
  site.take_from_administrator(contacts_id, "DELETE",
                               [&site](Visit visit) { remove_contacts(site, std::move(visit)); });
  add_register_file(site, {.id = file_page,
                           .words = "web.contacts.",
                           .field = "INPUTF_CONTACTFILE",
                           .name = "contacts.csv",
                           .label = contact_field,
                           .read = read_contacts_file,
                           .write = [](const device::State& state) { return write_contacts(state.contacts); },
                           .last = [](const device::State& state) -> const std::optional<device::FileImport>& {
                             return state.contact_import;
                           }});
}

}  // namespace paneltwin::net::webconfig
