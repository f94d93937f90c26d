// Scan > Network Folder/FTP > Destination: a location that is typed, and the contacts that are folders.
#include "panel/render/icons.hpp"
#include "panel/screens/contact_picker.hpp"
#include "panel/screens/request_rows.hpp"
#include "panel/screens/scan_form.hpp"

namespace paneltwin::panel {

namespace {

/// What is typed so far: it becomes a destination with its location.
device::FolderTarget typed(const ScanFormPtr& form) { return form->scan.folder.value_or(form->folder); }

void set(const ScanFormPtr& form, const device::FolderTarget& folder) {
  form->folder = folder;
  form->scan.folder = device::check(folder) ? std::optional(folder) : std::nullopt;
}

void folder_text(RowList& list, const Context& context, const ScanFormPtr& form, const char* id, const char* title,
                 std::string device::FolderTarget::* member, EntryKind kind) {
  const auto now = typed(form).*member;
  text_row(list, context,
           {.id = id,
            .title = title,
            .text = now,
            .kind = kind,
            .is_good = {},
            .done =
                [form, member](const Context&, const std::string& text) {
                  auto folder = typed(form);
                  folder.*member = text;
                  set(form, folder);
                }},
           now);
}

}  // namespace

void show_folders(Ui& ui, const Context& context, const Rect& area, const ScanFormPtr& form) {
  RowList list(ui, "folder-list", area);
  enum_row<device::FolderMode>(list, context, "folder-mode", "folder.mode", "folder.mode.", typed(form).mode,
                               [form](device::FolderMode mode) {
                                 auto folder = typed(form);
                                 folder.mode = mode;
                                 set(form, folder);
                               });
  folder_text(list, context, form, "location", "folder.location", &device::FolderTarget::location, EntryKind::email);
  folder_text(list, context, form, "user-name", "folder.user", &device::FolderTarget::user, EntryKind::text);
  const auto take_password = [form](const std::string& password) {
    auto folder = typed(form);
    folder.password = password;
    set(form, folder);
  };
  password_row(
      list, context,
      {.id = "password", .title = "folder.password", .is_set = !typed(form).password.empty(), .take = take_password});
  contact_rows(list, context, {form->scan.contacts, form->is_full(), device::ContactType::folder, form->search});
}

}  // namespace paneltwin::panel
