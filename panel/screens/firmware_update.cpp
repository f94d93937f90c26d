#include "panel/screens/firmware_update.hpp"

#include "device/names.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/progress_box.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"

namespace paneltwin::panel {

static constexpr const char* firmware_progress_id = "firmware-progress";

namespace {
/// From the first word of the maker's to the restart; it cannot be cancelled.
Screen progress_sheet() {
  return {firmware_progress_id, [](Ui& ui, const Context& context, const Rect&) {
            const auto& firmware = context.state.firmware;
            if (firmware.phase == device::FirmwarePhase::idle) {
              context.stage.close_sheet(firmware_progress_id);
              if (firmware.failure) context.stage.ask(failure_message(context, *firmware.failure));
              return;
            }
            ProgressBox box{.id = firmware_progress_id,
                            .title = context.text("firmware.phase." + std::string(device::name_of(firmware.phase)),
                                                  {{"percent", std::to_string(firmware.percent)}}),
                            .detail = context.text("firmware.do_not_turn_off")};
            if (firmware.phase != device::FirmwarePhase::checking) box.share = firmware.percent / 100.0;
            progress_box(ui, context, box);
          }};
}

void begin(const Context& context, device::Command command) {
  context.post(std::move(command), [](const Context& now, const device::Result<std::int64_t>& result) {
    if (!result) return now.stage.ask(failure_message(now, result.error()));
    now.stage.open_sheet(progress_sheet());
  });
}

void ask_update(const Context& context) {
  const auto words = context.text("firmware.ask_update", {{"version", context.state.firmware.newest}});
  context.stage.ask(yes_or_no(context, "firmware-ask", words,
                              [](const Context& now) { begin(now, device::command::UpdateFirmware{}); }));
}

void show_firmware_update(Ui& ui, const Context& context, Rect page) {
  page = title_bar(ui, context, page, context.text("screen.firmware-update"));
  const auto& state = context.state;
  const auto& newest = state.firmware.newest;
  const bool newer = device::is_newer_firmware(newest, state.product.firmware);
  const Button key{.id = newer ? "update" : "check",
                   .text = context.text(newer ? "firmware.update" : "firmware.check"),
                   .primary = true,
                   .enabled = state.firmware.phase == device::FirmwarePhase::idle,
                   .starts = true};
  if (bottom_key(ui, page, key)) newer ? ask_update(context) : begin(context, device::command::LookForFirmware{});
  RowList list(ui, "firmware-list", page, false);
  list.fact({.id = "firmware", .text = context.text("firmware.current"), .value = state.product.firmware});
  if (newest.empty()) return;
  list.fact({.id = "newest",
             .text = context.text("firmware.newest"),
             .value = newer ? newest : context.text("failure.firmware_not_newer.problem")});
}
}  // namespace

Screen firmware_update_screen() { return {"firmware-update", show_firmware_update}; }

void show_restarting(Ui& ui, const device::State& state, const device::Catalogue& words) {
  const auto& theme = ui.theme();
  const Rect glass = ui.glass();
  ui.canvas().fill(glass, theme.page);
  ui.open({.role = "screen", .id = "restarting", .rect = glass});
  const Rect middle = centred(glass, glass.width - ui.mm(16), ui.mm(22));
  Rect rest = middle;
  label(ui, cut_top(rest, ui.mm(9)), "title", state.product.model_name, {theme.title, theme.text, Align::centre});
  paragraph(ui, rest, "message", std::string(words.text("firmware.restarting")),
            {theme.body, theme.text, Align::centre});
  ui.close();
}

}  // namespace paneltwin::panel
