#include "panel/screens/paper_setting.hpp"

#include "device/names.hpp"
#include "panel/render/icons.hpp"
#include "panel/screens/condition_words.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/request_rows.hpp"

namespace paneltwin::panel {

namespace {

std::vector<std::string> sizes_of(const Context& context) {
  std::vector<std::string> ids;
  for (const auto name : device::names<device::PaperSize>) {
    if (name != "a3" || context.model.has("a3")) ids.emplace_back(name);
  }
  return ids;
}

void show_source(Ui& ui, const Context& context, const Rect& area, const std::string& id) {
  const auto* source = context.state.conditions.source(id);
  const Rect page = title_bar(ui, context, area, source_name(context, id));
  if (!source) return;
  RowList list(ui, "paper-source-list", page);
  const auto words = [](const char* prefix) {
    return [prefix](const Context& now, const std::string& name) { return now.text(prefix + name); };
  };
  // The choices outlive this frame: they post through the door, which outlives them.
  const auto& door = context.door;
  const auto post = [&door, id](device::PaperSize size, device::PaperType type) {
    door.post(device::command::SetPaper{id, size, type}, say_when_refused());
  };
  choice_row(list, context,
             {"paper-size", "paper.size", sizes_of(context), std::string(device::name_of(source->size)),
              [](const Context& now, const std::string& name) {
                return measured_size(now, device::named<device::PaperSize>(name).value_or(device::PaperSize::a4));
              },
              [post, type = source->type](const std::string& name) {
                post(device::named<device::PaperSize>(name).value_or(device::PaperSize::a4), type);
              }});
  const std::vector<std::string> types(device::names<device::PaperType>.begin(),
                                       device::names<device::PaperType>.end());
  choice_row(list, context,
             {"paper-type", "paper.type", types, std::string(device::name_of(source->type)), words("paper.type."),
              [post, size = source->size](const std::string& name) {
                post(size, device::named<device::PaperType>(name).value_or(device::PaperType::plain));
              }});
  const auto left = source->sheets == 0 ? context.text("paper.empty") : context.counted("paper.sheets", source->sheets);
  list.row({.id = "sheets", .text = context.text("paper.left"), .value = left, .end = Row::End::nothing});
}

Screen source_screen(const std::string& id) {
  return {"paper-source",
          [id](Ui& ui, const Context& context, const Rect& area) { show_source(ui, context, area, id); }};
}

void show_paper_setting(Ui& ui, const Context& context, const Rect& area) {
  RowList list(ui, "paper-setting-list", title_bar(ui, context, area, context.text("screen.paper-setting")));
  for (const auto& source : context.state.conditions.paper) {
    if (list.row({.id = source.id,
                  .text = source_name(context, source.id),
                  .value = size_name(context, source.size) + "  " + type_name(context, source.type),
                  .icon = source.sheets == 0 ? icon::alert : icon::document,
                  .icon_colour = source.sheets == 0 ? ui.theme().warning : Colour{0}})) {
      context.stage.go(source_screen(source.id));
    }
  }
}

}  // namespace

Screen paper_setting_screen() { return {"paper-setting", show_paper_setting}; }

}  // namespace paneltwin::panel
