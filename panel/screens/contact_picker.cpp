#include "panel/screens/contact_picker.hpp"

#include <algorithm>

#include "panel/render/glyphs.hpp"
#include "panel/render/icons.hpp"
#include "panel/render/utf8.hpp"
#include "panel/screens/entry.hpp"
#include "panel/screens/recipient_list.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

char32_t contact_icon(const device::Contact& contact) {
  if (contact.is_group) return icon::group;
  switch (contact.type) {
    case device::ContactType::email:
      return icon::email;
    case device::ContactType::folder:
      return icon::folder;
    case device::ContactType::fax:
      break;
  }
  return icon::fax;
}

std::string contact_detail(const Context& context, const device::Contact& contact) {
  if (shows_names_alone(context)) return {};
  if (contact.is_group) return context.counted("contact.members", static_cast<int>(contact.members.size()));
  return device::shown_address(contact);
}

namespace {

constexpr std::size_t longest_search = 30;

/// In small letters: of Latin with its accents, of Greek and of Cyrillic.
std::string folded(const std::string& text) {
  std::string small;
  for (std::string_view rest = text; !rest.empty();) {
    const char32_t letter = take_letter(rest);
    const bool has_pair = (letter >= U'A' && letter <= U'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7) ||
                          (letter >= 0x391 && letter <= 0x3A9) || (letter >= 0x410 && letter <= 0x42F);
    const bool is_far = letter >= 0x400 && letter <= 0x40F;
    append_letter(small, letter + (is_far ? 80 : has_pair ? 32 : 0));
  }
  return small;
}

}  // namespace

void search_field(RowList& list, const Context& context, const ContactSearch& search) {
  auto& ui = list.ui();
  const auto& theme = ui.theme();
  Rect line = list.place(theme.touch + theme.gap * (is_roomy(ui) ? 1.0F : 2.0F));
  if (!is_roomy(ui)) line = inset(line, theme.margin, theme.gap);
  line.height = theme.touch;
  if (!search->empty() &&
      icon_button(ui, cut_right(line, theme.touch),
                  {.id = "show-all", .text = context.text("contact.show_all"), .icon = icon::close})) {
    search->clear();
  }
  if (field(ui, line,
            {.id = "contact-search",
             .text = context.text("contact.search"),
             .value = *search,
             .hint = context.text("contact.search"),
             .icon = icon::search})) {
    context.stage.open_sheet(
        entry_sheet({.id = "contact-search-entry",
                     .title = "contact.search_title",
                     .text = *search,
                     .limit = longest_search,
                     .is_good = {},
                     .done = [search](const Context&, const std::string& typed) { *search = typed; }}));
  }
}

bool shows_names_alone(const Context& context) { return context.state.settings.text("contacts-view") == "names"; }

std::vector<device::Contact> listed_contacts(const Context& context) {
  auto contacts = device::in_order(context.state.contacts);
  const auto& order = context.state.settings.text("contacts-order");
  if (order == "number") std::ranges::stable_sort(contacts, {}, &device::Contact::number);
  if (order == "name") std::ranges::stable_sort(contacts, {}, [](const auto& one) { return folded(one.name); });
  return contacts;
}

bool is_found(const device::Contact& contact, const std::string& search, const device::Settings& settings) {
  if (search.empty()) return true;
  const auto wanted = folded(search);
  const auto& match = settings.text("contacts-search");
  const auto fits = [&](const std::string& words) {
    if (match == "begins") return words.starts_with(wanted);
    return match == "ends" ? words.ends_with(wanted) : words.contains(wanted);
  };
  const auto number = std::to_string(contact.number);
  return std::ranges::any_of(
      std::initializer_list<std::string>{contact.name, contact.index_word, contact.address, number},
      [&](const std::string& words) { return fits(folded(words)); });
}

void say_when_none(RowList& list, const Context& context, bool none) {
  if (none) list.words("none-found", context.text("contact.none_found"), list.ui().theme().secondary);
}

void contact_rows(RowList& list, const Context& context, const ContactChoice& choice) {
  auto contacts = listed_contacts(context);
  std::erase_if(contacts, [&](const device::Contact& contact) { return contact.type != choice.type; });
  if (contacts.empty()) return;
  const auto chosen = [&](const device::Contact& contact) {
    return std::ranges::find(choice.chosen, contact.number) != choice.chosen.end();
  };
  std::ranges::stable_sort(contacts, {}, [&](const device::Contact& one) {
    return chosen(one) ? 0 : one.frequent ? 1 : 2;
  });
  list.heading("contacts", context.text("screen.contacts"));
  search_field(list, context, choice.search);
  std::erase_if(contacts, [&](const device::Contact& one) {
    return !chosen(one) && !is_found(one, *choice.search, context.state.settings);
  });
  say_when_none(list, context, contacts.empty());
  for (const auto& contact : contacts) {
    const bool on = chosen(contact);
    if (!list.row({.id = "contact-" + std::to_string(contact.number),
                   .text = contact.name,
                   .detail = contact_detail(context, contact),
                   .icon = contact_icon(contact),
                   .end = on ? Row::End::remove : Row::End::add})) {
      continue;
    }
    if (on) {
      std::erase(choice.chosen, contact.number);
    } else if (choice.is_full) {
      say_full(context);
    } else {
      choice.chosen.push_back(contact.number);
    }
  }
}

}  // namespace paneltwin::panel
