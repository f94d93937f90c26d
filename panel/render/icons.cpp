#include "panel/render/icons.hpp"

#include <algorithm>

namespace paneltwin::panel {

namespace {
struct NamedIcon {
  std::string_view name;
  char32_t icon;
};
constexpr NamedIcon named_icons[] = {
    {"access-point", 0xF002},
    {"account", 0xF004},
    {"account-card-details", 0xF5D2},
    {"account-key", 0xF00B},
    {"account-multiple", 0xF00E},
    {"account-settings", 0xF630},
    {"alarm", 0xF020},
    {"backup-restore", 0xF06F},
    {"brightness-6", 0xF0DF},
    {"broom", 0xF0E2},
    {"calendar-clock", 0xF0F0},
    {"calendar-text", 0xF0F5},
    {"chart-line", 0xF12A},
    {"clipboard-text", 0xF14E},
    {"clock", 0xF150},
    {"cloud-download", 0xF162},
    {"contact-mail", 0xF18E},
    {"content-copy", 0xF18F},
    {"content-duplicate", 0xF191},
    {"counter", 0xF199},
    {"crop-free", 0xF19F},
    {"earth", 0xF1E7},
    {"email", 0xF1EE},
    {"email-outline", 0xF1F0},
    {"ethernet", 0xF200},
    {"email-variant", 0xF5F0},
    {"ethernet-cable", 0xF201},
    {"fax", 0xF212},
    {"file-document", 0xF219},
    {"file-tree", 0xF645},
    {"folder", 0xF24B},
    {"help-circle", 0xF2D7},
    {"history", 0xF2DA},
    {"home", 0xF2DC},
    {"folder-account", 0xF24C},
    {"image", 0xF2E9},
    {"information-outline", 0xF2FD},
    {"key", 0xF306},
    {"keyboard", 0xF30C},
    {"lan", 0xF317},
    {"lan-connect", 0xF318},
    {"lan-disconnect", 0xF319},
    {"lock-outline", 0xF341},
    {"message-text-outline", 0xF36A},
    {"monitor", 0xF379},
    {"note-outline", 0xF39B},
    {"numeric-6-box-outline", 0xF3B5},
    {"power", 0xF425},
    {"printer", 0xF42A},
    {"puzzle", 0xF431},
    {"router-wireless", 0xF469},
    {"ruler", 0xF46D},
    {"security", 0xF483},
    {"server-network", 0xF48D},
    {"server-security", 0xF492},
    {"settings", 0xF493},
    {"settings-box", 0xF494},
    {"sleep", 0xF4B2},
    {"star", 0xF4CE},
    {"timer", 0xF51B},
    {"timer-sand", 0xF51F},
    {"translate", 0xF5CA},
    {"tune", 0xF62E},
    {"tune-vertical", 0xF66A},
    {"usb", 0xF553},
    {"view-grid", 0xF570},
    {"volume-high", 0xF57E},
    {"volume-low", 0xF57F},
    {"volume-off", 0xF581},
    {"water", 0xF58C},
    {"weather-sunny", 0xF599},
    {"web", 0xF59F},
    {"wifi", 0xF5A9},
    {"wrench", 0xF5B7},
};
}  // namespace

std::optional<char32_t> icon_named(std::string_view name) {
  const auto* found = std::ranges::find(named_icons, name, &NamedIcon::name);
  return found == std::end(named_icons) ? std::nullopt : std::optional(found->icon);
}

std::vector<std::string> icon_names() {
  std::vector<std::string> names;
  for (const auto& [name, _] : named_icons) names.emplace_back(name);
  return names;
}

}  // namespace paneltwin::panel
