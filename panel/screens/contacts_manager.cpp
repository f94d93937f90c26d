#include "panel/screens/contacts_manager.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "device/fax/fax_request.hpp"
#include "panel/render/icons.hpp"
#include "panel/screens/administrator.hpp"
#include "panel/screens/contact_picker.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/request_rows.hpp"

namespace paneltwin::panel {

namespace {

struct ContactForm {
  device::Contact contact;
  std::optional<std::string> password;
};
using ContactFormPtr = std::shared_ptr<ContactForm>;

/// The administrator may keep contacts from everybody else (Restrictions).
bool are_locked(const Context& context) {
  return context.is_locked() && !context.state.settings.is_on("access-to-contacts");
}

void store(const Context& context, const ContactFormPtr& form) {
  context.post(device::command::StoreContact{form->contact, form->password},
               [](const Context& now, const device::Result<std::int64_t>& result) {
                 if (!result) return now.stage.ask(failure_message(now, result.error()));
                 now.stage.say(now.text("contact.saved"));
                 now.stage.back();
               });
}

void ask_delete(const Context& context, const device::Contact& contact) {
  context.stage.ask(yes_or_no(context, "delete-contact", context.text("contact.ask_delete", {{"name", contact.name}}),
                              [number = contact.number](const Context& now) {
                                now.post(device::command::DeleteContacts{{number}}, say_when_refused());
                                now.stage.back();
                              }));
}

void line_row(RowList& list, const Context& context, const ContactFormPtr& form, const char* id, const char* title,
              std::string device::Contact::* member, EntryKind kind, std::size_t limit,
              std::function<bool(const std::string&)> is_good = {}) {
  const auto& text = form->contact.*member;
  const auto set = [form, member](const Context&, const std::string& typed) { form->contact.*member = typed; };
  text_row(list, context,
           {.id = id,
            .title = title,
            .text = text,
            .kind = kind,
            .limit = limit,
            .is_good = std::move(is_good),
            .done = set},
           text);
}

void folder_rows(RowList& list, const Context& context, const ContactFormPtr& form) {
  enum_row<device::FolderMode>(list, context, "folder-mode", "folder.mode", "folder.mode.", form->contact.mode,
                               [form](device::FolderMode mode) { form->contact.mode = mode; });
  line_row(list, context, form, "location", "folder.location", &device::Contact::address, EntryKind::email, 255);
  line_row(list, context, form, "user-name", "folder.user", &device::Contact::user, EntryKind::text, 128);
  const bool is_set = form->password ? !form->password->empty() : form->contact.password_set;
  password_row(
      list, context,
      {.id = "password", .title = "folder.password", .is_set = is_set, .take = [form](const std::string& typed) {
         form->password = typed;
       }});
}

void address_rows(RowList& list, const Context& context, const ContactFormPtr& form) {
  switch (form->contact.type) {
    case device::ContactType::email:
      return line_row(list, context, form, "address", "contact.email", &device::Contact::address, EntryKind::email, 255,
                      device::is_mail_address);
    case device::ContactType::fax:
      return line_row(list, context, form, "address", "contact.fax", &device::Contact::address, EntryKind::number, 64,
                      device::is_fax_number);
    case device::ContactType::folder:
      return folder_rows(list, context, form);
  }
}

void member_rows(RowList& list, const Context& context, const ContactFormPtr& form) {
  list.heading("members", context.text("contact.group_members"));
  for (const auto& contact : listed_contacts(context)) {
    if (contact.is_group || contact.type != form->contact.type) continue;
    auto& members = form->contact.members;
    const bool on = std::ranges::find(members, contact.number) != members.end();
    if (!list.row({.id = "member-" + std::to_string(contact.number),
                   .text = contact.name,
                   .detail = contact_detail(context, contact),
                   .icon = contact_icon(contact),
                   .end = Row::End::on_off,
                   .on = on})) {
      continue;
    }
    on ? (void)std::erase(members, contact.number) : members.push_back(contact.number);
  }
}

std::vector<std::string> type_ids(const Context& context) {
  std::vector<std::string> ids{"email"};
  if (context.model.has("scan-to-folder")) ids.emplace_back("folder");
  if (context.model.has("fax")) ids.emplace_back("fax");
  return ids;
}

void show_form(Ui& ui, const Context& context, Rect page, const ContactFormPtr& form) {
  auto& contact = form->contact;
  const bool is_new = contact.number == 0;
  const char* title = contact.is_group ? "contact.group" : is_new ? "contact.new" : "contact.edit";
  page = title_bar(ui, context, page, context.text(title));
  const Button ok{.id = "ok",
                  .text = context.text("button.ok"),
                  .primary = true,
                  .enabled = device::check(contact, context.state.contacts).has_value(),
                  .is_default = true};
  if (bottom_key(ui, page, ok))
    when_unlocked(context, are_locked(context), [form](const Context& now) { store(now, form); });
  RowList list(ui, "contact-form-list", page);
  if (is_new) {
    enum_row<device::ContactType>(list, context, "contact-type", "contact.type", "contact.type.", type_ids(context),
                                  contact.type, [form](device::ContactType type) {
                                    form->contact.type = type;
                                    form->contact.address.clear();
                                    form->contact.members.clear();
                                  });
  }
  line_row(list, context, form, "name", "contact.name", &device::Contact::name, EntryKind::text, 30);
  line_row(list, context, form, "index-word", "contact.index_word", &device::Contact::index_word, EntryKind::text, 30);
  if (!contact.is_group) address_rows(list, context, form);
  switch_row(list, context, "frequent", "contact.frequent", contact.frequent);
  if (!is_new && list.row({.id = "delete-contact", .text = context.text("button.delete"), .icon = icon::close})) {
    when_unlocked(context, are_locked(context), [contact](const Context& now) { ask_delete(now, contact); });
  }
  if (contact.is_group) member_rows(list, context, form);
}

Screen form_screen(const device::Contact& contact) {
  auto form = std::make_shared<ContactForm>(ContactForm{contact, {}});
  return {"contact-form",
          [form](Ui& ui, const Context& context, const Rect& page) { show_form(ui, context, page, form); }};
}

void show(Ui& ui, const Context& context, Rect page, const ContactSearch& search) {
  page = title_bar(ui, context, page, context.text("contact.register_delete"));
  RowList list(ui, "contacts-list", page, shows_names_alone(context));
  if (list.row({.id = "add-contact", .text = context.text("contact.new"), .icon = icon::account_plus})) {
    context.stage.go(form_screen({}));
  }
  if (!context.state.contacts.empty() &&
      list.row({.id = "add-group", .text = context.text("contact.new_group"), .icon = icon::group})) {
    context.stage.go(form_screen({.is_group = true}));
  }
  auto contacts = listed_contacts(context);
  if (contacts.empty()) return;
  search_field(list, context, search);
  std::erase_if(contacts, [&](const device::Contact& one) { return !is_found(one, *search, context.state.settings); });
  say_when_none(list, context, contacts.empty());
  for (const auto& contact : contacts) {
    if (list.row({.id = "contact-" + std::to_string(contact.number),
                  .text = contact.name,
                  .value = contact.frequent ? context.text("contact.frequent") : "",
                  .detail = contact_detail(context, contact),
                  .icon = contact_icon(contact)})) {
      context.stage.go(form_screen(contact));
    }
  }
}

/// Which of them stand first where a contact is chosen.
void show_frequent(Ui& ui, const Context& context, Rect page) {
  page = title_bar(ui, context, page, context.text("contact.frequent"));
  const auto contacts = listed_contacts(context);
  if (contacts.empty()) return nothing_here(ui, page, context.text("contact.none_yet"));
  RowList list(ui, "frequent-list", page, shows_names_alone(context));
  for (const auto& contact : contacts) {
    if (!list.row({.id = "frequent-" + std::to_string(contact.number),
                   .text = contact.name,
                   .detail = contact_detail(context, contact),
                   .icon = contact_icon(contact),
                   .end = Row::End::on_off,
                   .on = contact.frequent,
                   .locked = are_locked(context)})) {
      continue;
    }
    auto turned = contact;
    turned.frequent = !contact.frequent;
    when_unlocked(context, are_locked(context), [turned](const Context& now) {
      now.post(device::command::StoreContact{turned, std::nullopt}, say_when_refused());
    });
  }
}

}  // namespace

Screen contacts_screen() {
  return {"contacts", [search = std::make_shared<std::string>()](Ui& ui, const Context& context, Rect page) {
            show(ui, context, page, search);
          }};
}
Screen frequent_contacts_screen() { return {"frequent-contacts", show_frequent}; }
Screen new_contact_screen() {
  auto screen = form_screen({});
  screen.id = "new-contact";
  return screen;
}

}  // namespace paneltwin::panel
