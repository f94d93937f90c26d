#include "panel/screens/screens.hpp"

#include <algorithm>

#include "panel/screens/administrator.hpp"
#include "panel/screens/connection_check.hpp"
#include "panel/screens/date_time.hpp"
#include "panel/screens/email_server_screens.hpp"
#include "panel/screens/fax.hpp"
#include "panel/screens/firmware_update.hpp"
#include "panel/screens/home.hpp"
#include "panel/screens/info_screen.hpp"
#include "panel/screens/job_status.hpp"
#include "panel/screens/named_sheets.hpp"
#include "panel/screens/restore_defaults.hpp"
#include "panel/screens/scan_email.hpp"
#include "panel/screens/setting_rows.hpp"
#include "panel/screens/shown_value.hpp"
#include "panel/screens/status_sheet.hpp"
#include "panel/screens/supply_status.hpp"
#include "panel/screens/wifi_setup.hpp"

namespace paneltwin::panel {

namespace {
struct NamedScreen {
  std::string_view id;
  Screen (*make)();
};

constexpr NamedScreen named_screens[] = {
    {"scan-email", scan_email_screen},
    {"scan-email-settings", scan_email_settings_screen},
    {"fax", fax_screen},
    {"fax-settings", fax_settings_screen},
    {"firmware-update", firmware_update_screen},
    {"job-status", job_status_screen},
    {"device-status", device_status_screen},
    {"job-details", latest_job_screen},
    {"supply-status", supply_status_screen},
    {"email-server-settings", email_server_settings_screen},
    {"email-connection-check", email_connection_check_screen},
    {"admin-password", admin_password_screen},
    {"lock-setting", lock_setting_screen},
    {"contact", contact_screen},
    {"connection-check", connection_check_screen},
    {"wifi-wizard", wifi_wizard_screen},
    {"wired-lan-setup", wired_lan_setup_screen},
    {"date-time", date_time_screen},
    {"restore-default-settings", restore_defaults_screen},
};

}  // namespace

std::expected<Screens, device::FileError> Screens::load(const device::Assets& assets, const device::Catalogue& words) {
  Screens screens;
  std::vector<std::string> ids;
  for (const auto& screen : named_screens) ids.emplace_back(screen.id);
  for (const auto& file : assets.list("info", ".yaml")) {
    const auto id = file.stem().string();
    auto sheet = device::InfoSheet::load(assets, id);
    if (!sheet) return std::unexpected(sheet.error());
    screens.sheets_.emplace(id, std::make_shared<device::InfoSheet>(std::move(*sheet)));
    ids.emplace_back(id);
  }
  for (const auto& file : assets.list("sheets", ".yaml")) {
    const auto id = file.stem().string();
    auto sheet = device::load_sheet_file(assets, id);
    if (!sheet) return std::unexpected(sheet.error());
    screens.printed_.emplace(id, std::move(*sheet));
    ids.emplace_back(id);
  }
  const auto settings = device::SettingTable::load(assets, &words);
  if (!settings) return std::unexpected(settings.error());
  auto menus = load_menus(assets, words, ids, shown_value_names(), *settings);
  if (!menus) return std::unexpected(menus.error());
  screens.menus_ = std::make_shared<const Menus>(std::move(*menus));
  // What is a menu or a screen of its own here, or printed and in no menu, is a sheet for paper and Web Config alone.
  const auto is_printed = [&](const std::string& id) {
    return std::ranges::any_of(screens.printed_, [&](const auto& printed) {
      return std::ranges::find(printed.second.parts, id) != printed.second.parts.end();
    });
  };
  std::erase_if(screens.sheets_, [&](const auto& sheet) {
    const auto& id = sheet.first;
    return screens.menus_->contains(id) ||
           std::ranges::find(named_screens, id, &NamedScreen::id) != std::end(named_screens) ||
           (is_printed(id) && way_to(*screens.menus_, id).empty());
  });
  return screens;
}

Screen Screens::make(std::string_view id) const {
  if (const auto menu = menus_->find(id); menu != menus_->end()) {
    return id == "home" ? home_screen(menu->second) : menu_screen(menu->second);
  }
  if (const auto sheet = sheets_.find(id); sheet != sheets_.end()) return info_screen(sheet->first, sheet->second);
  if (const auto sheet = printed_.find(id); sheet != printed_.end()) return sheet_screen(sheet->second);
  if (const auto* with_screen = setting(id)) return setting_screen(*with_screen);
  const auto* found = std::ranges::find(named_screens, id, &NamedScreen::id);
  return found == std::end(named_screens) ? Screen{} : found->make();
}

const device::Setting* Screens::setting(std::string_view id) const {
  for (const auto& [_, menu] : *menus_) {
    const auto found = std::ranges::find_if(menu.items, [&](const auto& item) { return item.opens == id; });
    if (found != menu.items.end() && found->setting) return &*found->setting;
  }
  return nullptr;
}

std::vector<std::string> Screens::ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, menu] : *menus_) {
    ids.push_back(id);
    for (const auto& item : menu.items) {
      if (item.setting && !item.opens.empty()) ids.push_back(item.opens);
    }
  }
  for (const auto& [id, _] : sheets_) ids.push_back(id);
  for (const auto& [id, _] : printed_) ids.push_back(id);
  for (const auto& screen : named_screens) ids.emplace_back(screen.id);
  for (const auto& sheet : named_sheets()) ids.emplace_back(sheet.id);
  std::ranges::sort(ids);
  const auto repeated = std::ranges::unique(ids);  // a setting may stand in two menus
  ids.erase(repeated.begin(), repeated.end());
  return ids;
}

std::vector<std::string> Screens::unreachable() const {
  std::vector<std::string> lost;
  const auto check = [&](const std::string& id) {
    if (id != "home" && way_to(*menus_, id).empty()) lost.push_back(id);
  };
  for (const auto& [id, _] : *menus_) check(id);
  for (const auto& [id, _] : sheets_) check(id);
  std::ranges::sort(lost);
  return lost;
}

std::vector<Screen> Screens::with_way(std::string_view id) const {
  std::vector<Screen> pages;
  auto screen = make(id);
  if (!screen.show) return pages;
  auto way = way_to(*menus_, id);
  if (way.empty() && id != "home") way = {"home"};
  for (const auto& menu : way) pages.push_back(make(menu));
  pages.push_back(std::move(screen));
  return pages;
}

}  // namespace paneltwin::panel
