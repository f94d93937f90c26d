#include "panel/screens/presets.hpp"

#include "panel/render/icons.hpp"
#include "panel/screens/copy.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/scan_page.hpp"

namespace paneltwin::panel {

namespace {

struct PresetKind {
  const char* text;
  char32_t icon;
};

PresetKind kind_of(const device::Preset& preset) {
  if (preset.copy) return {"screen.copy", icon::copy};
  switch (preset.scan->destination) {
    case device::ScanDestination::email:
      return {"screen.scan-email", icon::email};
    case device::ScanDestination::folder:
      return {"screen.scan-folder", icon::folder};
    case device::ScanDestination::memory_device:
      break;
  }
  return {"screen.scan-memory-device", icon::stick};
}

void load(const Context& context, const device::Preset& preset) {
  context.stage.go(preset.copy ? copy_screen_with(*preset.copy) : scan_screen_with(*preset.scan));
}

void ask_delete(const Context& context, const device::Preset& preset) {
  context.stage.ask(yes_or_no(context, "delete-preset", context.text("preset.ask_delete", {{"name", preset.name}}),
                              [number = preset.number](const Context& now) {
                                now.post(device::command::DeletePreset{number}, say_when_refused());
                              }));
}

void show(Ui& ui, const Context& context, Rect page, bool& deleting) {
  page = title_bar(ui, context, page, context.text("screen.presets"));
  const auto& presets = context.state.presets;
  if (presets.empty()) return nothing_here(ui, page, context.text("preset.none"));
  const Button key{.id = "edit-presets", .text = context.text(deleting ? "button.done" : "button.delete")};
  if (bottom_key(ui, page, key)) deleting = !deleting;
  RowList list(ui, "preset-list", page);
  for (const auto& preset : presets) {
    const auto kind = kind_of(preset);
    if (!list.row({.id = "preset-" + std::to_string(preset.number),
                   .text = preset.name,
                   .detail = context.text(kind.text),
                   .icon = kind.icon,
                   .end = deleting ? Row::End::remove : Row::End::chevron})) {
      continue;
    }
    deleting ? ask_delete(context, preset) : load(context, preset);
  }
}

}  // namespace

Screen presets_screen() {
  return {"presets", [deleting = false](Ui& ui, const Context& context, const Rect& page) mutable {
            show(ui, context, page, deleting);
          }};
}

}  // namespace paneltwin::panel
