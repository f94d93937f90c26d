#include "panel/screens/fax.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "device/fax/fax_defaults.hpp"
#include "device/names.hpp"
#include "panel/render/icons.hpp"
#include "panel/screens/contact_picker.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/entry.hpp"
#include "panel/screens/form_rows.hpp"
#include "panel/screens/job_progress.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/recipient_list.hpp"
#include "panel/screens/send_bar.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

namespace {

/// The half-filled form: the screen's own, until Send.
struct FaxForm {
  device::FaxRequest fax;
  std::size_t tab = 0;
  ContactSearch search = std::make_shared<std::string>();
  bool begun = false;    // with what User Settings say
  bool sending = false;  // Send was tapped, its answer has not come

  [[nodiscard]] std::size_t destinations() const { return fax.numbers.size() + fax.contacts.size(); }
};
using FaxFormPtr = std::shared_ptr<FaxForm>;

void send(const Context& context, const FaxFormPtr& form) {
  form->sending = true;
  context.post(device::command::StartFax{form->fax}, [form](const Context& now, device::Result<std::int64_t> result) {
    form->sending = false;
    if (!result) return now.stage.ask(failure_message(now, result.error()));
    now.stage.open_sheet(job_progress(*result));
  });
}

void type_number(const Context& context, const FaxFormPtr& form) {
  context.stage.open_sheet(entry_sheet({.id = "fax-number-entry",
                                        .title = "fax.number",
                                        .kind = EntryKind::phone,
                                        .limit = device::longest_fax_number,
                                        .is_good = device::is_fax_number,
                                        .done = [form](const Context& now, const std::string& number) {
                                          add_recipient(now, form->fax.numbers, number);
                                        }}));
}

void show_numbers(Ui& ui, const Context& context, const Rect& area, const FaxFormPtr& form) {
  static const std::vector<std::string> none;
  const auto& server = context.state.fax_server;
  show_recipient_list(ui, context, area,
                      {.title = "fax.number",
                       .hint = "fax.enter_number",
                       .icon = icon::fax,
                       .chosen = form->fax.numbers,
                       .recent = server ? server->recent_numbers : none,
                       .more =
                           [&](RowList& list) {
                             const bool full = form->destinations() >= device::maximum_recipients;
                             contact_rows(list, context,
                                          {form->fax.contacts, full, device::ContactType::fax, form->search});
                           },
                       .type = [form](const Context& now) { type_number(now, form); }});
}

std::string resolution_words(const Context& context, const std::string& id) {
  return context.text("fax.resolution." + id);
}

void show_settings(Ui& ui, const Context& context, const Rect& area, const FaxFormPtr& form) {
  auto& fax = form->fax;
  RowList list(ui, "fax-setting-list", area);
  const auto& names = device::names<device::FaxResolution>;
  const std::vector<std::string> ids(std::begin(names), std::end(names));
  choice_row(list, context,
             {"fax-resolution", "scan.resolution", ids, std::string(device::name_of(fax.resolution)), resolution_words,
              [form](const std::string& id) {
                form->fax.resolution =
                    device::named<device::FaxResolution>(id).value_or(device::FaxResolution::standard);
              }});
  if (list.row(
          {.id = "two-sided", .text = context.text("scan.two_sided"), .end = Row::End::on_off, .on = fax.two_sided})) {
    fax.two_sided = !fax.two_sided;
  }
}

void show(Ui& ui, const Context& context, Rect page, const FaxFormPtr& form) {
  if (!std::exchange(form->begun, true)) form->fax = device::default_fax(context.state.settings);
  page = title_bar(ui, context, page, context.text("screen.fax"));
  const bool may_send = form->destinations() > 0 && !form->sending;
  if (send_bar(ui, context, cut_bottom(page, send_bar_height(ui)), may_send)) send(context, form);
  const auto count = form->destinations();
  auto recipients = context.text("scan.recipient");
  if (count > 0) recipients += " (" + std::to_string(count) + ")";
  form->tab = tabs(ui, cut_top(page, ui.theme().touch),
                   {{"recipient-tab", recipients}, {"fax-settings-tab", context.text("fax.settings")}}, form->tab);
  form->tab == 0 ? show_numbers(ui, context, page, form) : show_settings(ui, context, page, form);
}

Screen screen_with_tab(std::string id, std::size_t tab) {
  auto form = std::make_shared<FaxForm>();
  form->tab = tab;
  return {std::move(id), [form](Ui& ui, const Context& context, const Rect& page) { show(ui, context, page, form); }};
}

}  // namespace

Screen fax_screen() { return screen_with_tab("fax", 0); }
Screen fax_settings_screen() { return screen_with_tab("fax-settings", 1); }
void type_fax_number(const Context& context) { type_number(context, std::make_shared<FaxForm>()); }

}  // namespace paneltwin::panel
