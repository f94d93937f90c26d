#include "panel/screens/choice.hpp"

#include "panel/screens/page.hpp"
#include "panel/screens/stage.hpp"

namespace paneltwin::panel {

Screen choice_screen(std::string id, std::function<Choice(const Context&)> choice) {
  return {std::move(id), [choice = std::move(choice)](Ui& ui, const Context& context, Rect area) {
            const auto now = choice(context);
            RowList list(ui, now.id + "-list", title_bar(ui, context, area, now.title));
            for (const auto& option : now.options) {
              if (list.row({.id = option.id, .text = option.text, .end = Row::End::radio, .on = option.id == now.on})) {
                now.take(context, option.id);
                context.stage.back();
              }
            }
          }};
}

}  // namespace paneltwin::panel
