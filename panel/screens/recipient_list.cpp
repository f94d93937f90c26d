#include "panel/screens/recipient_list.hpp"

#include <algorithm>
#include <utility>

#include "panel/render/icons.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/row_list.hpp"

namespace paneltwin::panel {

static bool has(const std::vector<std::string>& list, const std::string& recipient) {
  return std::ranges::find(list, recipient) != list.end();
}

static bool is_full(const std::vector<std::string>& chosen) { return chosen.size() >= device::maximum_recipients; }

void say_full(const Context& context) {
  context.stage.ask(
      message(context, "too-many-recipients", Question::Sign::information,
              context.text("scan.too_many_recipients", {{"count", std::to_string(device::maximum_recipients)}})));
}

void add_recipient(const Context& context, std::vector<std::string>& chosen, const std::string& recipient) {
  if (has(chosen, recipient)) return;
  if (is_full(chosen)) return say_full(context);
  chosen.push_back(recipient);
}

void show_recipient_list(Ui& ui, const Context& context, const Rect& area, const RecipientList& recipients) {
  RowList list(ui, "recipient-list", area);
  Rect line = list.place(ui.theme().touch + ui.theme().gap * (is_roomy(ui) ? 1.0F : 2.0F));
  if (!is_roomy(ui)) line = inset(line, ui.theme().margin, ui.theme().gap);
  line.height = ui.theme().touch;
  if (field(ui, line,
            {.id = "recipient",
             .text = context.text(recipients.title),
             .hint = context.text(recipients.hint),
             .icon = icon::keyboard})) {
    is_full(recipients.chosen) ? say_full(context) : recipients.type(context);
  }
  const auto chosen = recipients.chosen;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (list.row({.id = "chosen-" + std::to_string(i + 1),
                  .text = chosen[i],
                  .icon = recipients.icon,
                  .end = Row::End::remove})) {
      std::erase(recipients.chosen, chosen[i]);
    }
  }
  if (recipients.more) recipients.more(list);
  bool headed = false;
  for (std::size_t i = 0; i < recipients.recent.size(); ++i) {
    const auto& recent = recipients.recent[i];
    if (has(recipients.chosen, recent)) continue;
    if (!std::exchange(headed, true)) list.heading("recent", context.text("scan.recent"));
    if (list.row(
            {.id = "recent-" + std::to_string(i + 1), .text = recent, .icon = icon::history, .end = Row::End::add})) {
      add_recipient(context, recipients.chosen, recent);
    }
  }
}

}  // namespace paneltwin::panel
