#include "panel/screens/maintenance.hpp"

#include "device/names.hpp"
#include "panel/render/icons.hpp"
#include "panel/screens/start_page.hpp"

namespace paneltwin::panel {

namespace {

Screen action_screen(const char* id, device::MaintenanceAction action, char32_t sign) {
  const auto key = "maintenance." + std::string(device::name_of(action));
  return start_page(id, {.title = key,
                         .message = key + ".message",
                         .key = "copy.start",
                         .icon = sign,
                         .command = device::command::Maintain{action}});
}

}  // namespace

Screen nozzle_check_screen() {
  return action_screen("nozzle-check", device::MaintenanceAction::nozzle_check, icon::printer);
}
Screen head_cleaning_screen() {
  return action_screen("head-cleaning", device::MaintenanceAction::head_cleaning, icon::broom);
}
Screen head_alignment_screen() {
  return action_screen("head-alignment", device::MaintenanceAction::head_alignment, icon::printer);
}

}  // namespace paneltwin::panel
