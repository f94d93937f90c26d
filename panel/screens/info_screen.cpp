#include "panel/screens/info_screen.hpp"

#include "panel/screens/page.hpp"

namespace paneltwin::panel {

static void show(Ui& ui, const Context& context, const Rect& area, const std::string& id,
                 const device::InfoSheet& sheet) {
  RowList list(ui, id + "-list", area, false);
  const auto groups = sheet.show(context.state, context.words);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!groups[i].title.empty() && groups.size() > 1) list.heading("group-" + std::to_string(i), groups[i].title);
    for (const auto& row : groups[i].rows) list.fact({row.id, row.label, row.value});
  }
}

Screen info_screen(const std::string& id, ReadSheet read) {
  return {id, [id, read = std::move(read)](Ui& ui, const Context& context, Rect area) {
            if (const auto sheet = read()) {
              show(ui, context, title_bar(ui, context, area, context.text("screen." + id)), id, *sheet);
            }
          }};
}

}  // namespace paneltwin::panel
