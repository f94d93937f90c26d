#include "panel/screens/memory_print.hpp"

#include <memory>

#include "panel/render/icons.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/job_progress.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/request_rows.hpp"
#include "panel/screens/stage.hpp"

namespace paneltwin::panel {

namespace {

using PrintPtr = std::shared_ptr<device::MemoryPrintRequest>;

void start(const Context& context, const device::MemoryPrintRequest& print) {
  context.post(device::command::PrintFromMemoryDevice{print}, [](const Context& now, device::Result<std::int64_t> job) {
    if (!job) return now.stage.ask(failure_message(now, job.error()));
    now.stage.open_sheet(job_progress(*job));
  });
}

void show_settings(Ui& ui, const Context& context, Rect page, const PrintPtr& print) {
  page = title_bar(ui, context, page, print->file);
  const Button key{.id = "start", .text = context.text("memory.print"), .primary = true, .starts = true};
  if (bottom_key(ui, page, key)) start(context, *print);
  RowList list(ui, "memory-print-settings-list", page);
  print->copies = std::max(1, list.stepper({"copies", context.text("copy.copies"), print->copies, 20}));
  print_color_row(list, context, print->color, [print](device::ColorMode color) { print->color = color; });
  if (context.model.has("two-sided")) switch_row(list, context, "two-sided", "copy.two_sided", print->two_sided);
  source_row(list, context, print->source, [print](const std::string& source) { print->source = source; });
}

Screen settings_screen(const std::string& file) {
  auto print = std::make_shared<device::MemoryPrintRequest>();
  print->file = file;
  return {"memory-print-settings",
          [print](Ui& ui, const Context& context, const Rect& page) { show_settings(ui, context, page, print); }};
}

void show_memory_print(Ui& ui, const Context& context, const Rect& area) {
  const Rect page = title_bar(ui, context, area, context.text("screen.memory-print"));
  const auto& stick = context.state.memory_device;
  if (!stick) return no_memory_device(ui, context, page);
  if (stick->files.empty()) return nothing_here(ui, page, context.text("memory.no_files"));
  RowList list(ui, "memory-file-list", page);
  for (const auto& file : stick->files) {
    const bool is_document = file.ends_with(".pdf") || file.ends_with(".PDF");
    if (list.row({.id = "file-" + file, .text = file, .icon = is_document ? icon::document : icon::picture})) {
      context.stage.go(settings_screen(file));
    }
  }
}

}  // namespace

void no_memory_device(Ui& ui, const Context& context, const Rect& page) {
  const bool is_off = context.state.settings.text("memory-device-interface") == "off";
  nothing_here(ui, page, context.text(is_off ? "memory.disabled" : "memory.none"));
}

Screen memory_print_screen() { return {"memory-print", show_memory_print}; }

}  // namespace paneltwin::panel
