#include "panel/screens/form_rows.hpp"

#include "panel/screens/choice.hpp"
#include "panel/screens/stage.hpp"

namespace paneltwin::panel {

void choice_row(RowList& list, const Context& context, ChoiceRow row) {
  if (!list.row({.id = row.id, .text = context.text(row.title), .value = row.words(context, row.on)})) return;
  const auto screen = row.id;
  context.stage.go(choice_screen(screen, [row = std::move(row)](const Context& now) {
    Choice choice{
        row.id, now.text(row.title), {}, row.on, [row](const Context&, const std::string& id) { row.take(id); }};
    for (const auto& id : row.ids) choice.options.push_back({id, row.words(now, id)});
    return choice;
  }));
}

void text_row(RowList& list, const Context& context, Entry entry, const std::string& shown) {
  const auto id = entry.id;
  entry.id += "-entry";
  if (list.row({.id = id, .text = context.text(entry.title), .value = shown})) {
    context.stage.open_sheet(entry_sheet(std::move(entry)));
  }
}

void password_row(RowList& list, const Context& context, PasswordRow row) {
  text_row(list, context,
           {.id = std::move(row.id),
            .title = std::move(row.title),
            .text = {},
            .kind = EntryKind::password,
            .limit = row.limit,
            .is_good = {},
            .done = [take = std::move(row.take)](const Context&, const std::string& typed) { take(typed); }},
           row.is_set ? "********" : "");
}

}  // namespace paneltwin::panel
