#include "panel/screens/copy.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "device/copy/copy_defaults.hpp"
#include "device/names.hpp"
#include "device/text/ascii.hpp"
#include "panel/screens/condition_words.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/form_rows.hpp"
#include "panel/screens/job_progress.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/request_rows.hpp"
#include "panel/screens/start_bar.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

namespace {

struct CopyForm {
  device::CopyRequest copy;
  bool begun = false;  // with what User Settings or a preset say
  bool starting = false;
};
using CopyFormPtr = std::shared_ptr<CopyForm>;

/// Usual ratios; "fit" is Auto.
const std::vector<std::string> zoom_ids{"fit", "100", "50", "70", "81", "122", "141", "200"};

void start(const Context& context, const CopyFormPtr& form) {
  form->starting = true;
  context.post(device::command::StartCopy{form->copy}, [form](const Context& now, device::Result<std::int64_t> result) {
    form->starting = false;
    if (!result) return now.stage.ask(failure_message(now, result.error()));
    now.stage.open_sheet(job_progress(*result));
  });
}

void copies_row(RowList& list, const Context& context, const CopyFormPtr& form) {
  const auto set = [form](const Context&, const std::string& text) { form->copy.copies = std::stoi(text); };
  const auto is_good = [](const std::string& text) {
    return !text.empty() && text.size() <= 3 && std::ranges::all_of(text, device::is_digit) && std::stoi(text) >= 1;
  };
  const auto shown = std::to_string(form->copy.copies);
  text_row(list, context,
           {.id = "copies",
            .title = "copy.copies",
            .text = shown,
            .kind = EntryKind::number,
            .limit = 3,
            .is_good = is_good,
            .done = set},
           shown);
}

void zoom_row(RowList& list, const Context& context, const CopyFormPtr& form) {
  const auto words = [](const Context& now, const std::string& id) {
    return id == "fit" ? now.text("copy.zoom.fit") : now.text("supply.percent", {{"count", id}});
  };
  choice_row(list, context,
             {"zoom", "copy.zoom", zoom_ids, form->copy.fit ? "fit" : std::to_string(form->copy.percent), words,
              [form](const std::string& id) {
                form->copy.fit = id == "fit";
                form->copy.percent = form->copy.fit ? 100 : std::stoi(id);
              }});
}

void show(Ui& ui, const Context& context, Rect page, const CopyFormPtr& form) {
  if (!std::exchange(form->begun, true)) form->copy = device::default_copy(context.state.settings);
  page = title_bar(ui, context, page, context.text("screen.copy"));
  const auto tap = start_bar(ui, context, cut_bottom(page, start_bar_height(ui)),
                             {.id = "start", .text = context.text("copy.start"), .enabled = !form->starting});
  auto& copy = form->copy;
  RowList list(ui, "copy-list", page);
  copies_row(list, context, form);
  print_color_row(list, context, copy.color, [form](device::ColorMode color) { form->copy.color = color; });
  if (context.model.has("two-sided")) {
    enum_row<device::CopySides>(list, context, "sides", "copy.sides", "copy.sides.", copy.sides,
                                [form](device::CopySides sides) { form->copy.sides = sides; });
  }
  density_row(list, context, copy.density, [form](int density) { form->copy.density = density; });
  zoom_row(list, context, form);
  source_row(list, context, copy.source, [form](const std::string& source) { form->copy.source = source; });
  enum_row<device::CopyLayout>(list, context, "layout", "copy.layout", "copy.layout.", copy.layout,
                               [form](device::CopyLayout layout) { form->copy.layout = layout; });
  switch_row(list, context, "remove-background", "scan.remove_background", copy.remove_background);
  if (tap.start) start(context, form);
  if (tap.star) name_preset(context, {.copy = form->copy});
}

}  // namespace

static Screen screen_of(CopyForm filled) {
  auto form = std::make_shared<CopyForm>(std::move(filled));
  return {"copy", [form](Ui& ui, const Context& context, const Rect& page) { show(ui, context, page, form); }};
}

Screen copy_screen() { return screen_of({}); }
Screen copy_screen_with(const device::CopyRequest& copy) { return screen_of({.copy = copy, .begun = true}); }

}  // namespace paneltwin::panel
