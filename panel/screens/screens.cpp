#include "panel/screens/screens.hpp"

#include <algorithm>

#include "panel/screens/administrator.hpp"
#include "panel/screens/connection_check.hpp"
#include "panel/screens/contacts_manager.hpp"
#include "panel/screens/copy.hpp"
#include "panel/screens/date_time.hpp"
#include "panel/screens/edit_home.hpp"
#include "panel/screens/email_server_screens.hpp"
#include "panel/screens/fax.hpp"
#include "panel/screens/firmware_update.hpp"
#include "panel/screens/home.hpp"
#include "panel/screens/info_screen.hpp"
#include "panel/screens/job_status.hpp"
#include "panel/screens/maintenance.hpp"
#include "panel/screens/memory_print.hpp"
#include "panel/screens/named_sheets.hpp"
#include "panel/screens/own_sign_in.hpp"
#include "panel/screens/paper_setting.hpp"
#include "panel/screens/presets.hpp"
#include "panel/screens/restore_defaults.hpp"
#include "panel/screens/scan_mine.hpp"
#include "panel/screens/scan_page.hpp"
#include "panel/screens/setting_rows.hpp"
#include "panel/screens/shown_value.hpp"
#include "panel/screens/status_sheet.hpp"
#include "panel/screens/supply_status.hpp"
#include "panel/screens/user_log_in.hpp"
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
    {"scan-my-email", scan_my_email_screen},
    {"scan-my-folder", scan_my_folder_screen},
    {"user-log-in", user_log_in_screen},
    {"scan-folder", scan_folder_screen},
    {"scan-memory-device", scan_memory_device_screen},
    {"copy", copy_screen},
    {"memory-print", memory_print_screen},
    {"presets", presets_screen},
    {"paper-setting", paper_setting_screen},
    {"contacts", contacts_screen},
    {"frequent-contacts", frequent_contacts_screen},
    {"new-contact", new_contact_screen},
    {"nozzle-check", nozzle_check_screen},
    {"head-cleaning", head_cleaning_screen},
    {"head-alignment", head_alignment_screen},
    {"job-status", job_status_screen},
    {"device-status", device_status_screen},
    {"job-details", latest_job_screen},
    {"supply-status", supply_status_screen},
    {"email-server-settings", email_server_settings_screen},
    {"email-connection-check", email_connection_check_screen},
    {"admin-password", admin_password_screen},
    {"access-control", access_control_screen},
    {"lock-setting", lock_setting_screen},
    {"contact", contact_screen},
    {"connection-check", connection_check_screen},
    {"wifi-wizard", wifi_wizard_screen},
    {"wifi-push-button", wifi_push_button_screen},
    {"wifi-pin", wifi_pin_screen},
    {"disable-wifi", disable_wifi_screen},
    {"wired-lan-setup", wired_lan_setup_screen},
    {"date-time", date_time_screen},
    {"restore-default-settings", restore_defaults_screen},
};

/// Those that show what Screens itself has read.
constexpr std::string_view own_screens[] = {"edit-home", "wallpaper", "help"};

}  // namespace

std::expected<Screens, device::FileError> Screens::load(const device::Assets& assets, const device::Catalogue& words) {
  const auto settings = device::SettingTable::load(assets, &words);
  if (!settings) return std::unexpected(settings.error());
  return load(assets, words, *settings);
}

std::expected<Screens, device::FileError> Screens::load(const device::Assets& assets, const device::Catalogue& words,
                                                        const device::SettingTable& settings) {
  Screens screens;
  std::vector<std::string> ids;
  for (const auto& screen : named_screens) ids.emplace_back(screen.id);
  for (const auto id : own_screens) ids.emplace_back(id);
  for (const auto& file : assets.list("info", ".yaml")) {
    const auto id = file.stem().string();
    auto sheet = device::InfoSheet::load(assets, id, settings);
    if (!sheet) return std::unexpected(sheet.error());
    screens.read_->sheets.emplace(id, std::make_shared<device::InfoSheet>(std::move(*sheet)));
    ids.emplace_back(id);
  }
  for (const auto& file : assets.list("sheets", ".yaml")) {
    const auto id = file.stem().string();
    auto sheet = device::load_sheet_file(assets, id);
    if (!sheet) return std::unexpected(sheet.error());
    screens.read_->printed.emplace(id, std::move(*sheet));
    ids.emplace_back(id);
  }
  auto menus = load_menus(assets, words, ids, shown_value_names(), settings);
  if (!menus) return std::unexpected(menus.error());
  screens.read_->menus = std::move(*menus);
  auto dialogs = load_dialogs(assets, words);
  if (!dialogs) return std::unexpected(dialogs.error());
  screens.read_->dialogs = std::move(*dialogs);
  auto wallpapers = load_wallpapers(assets, words);
  if (!wallpapers) return std::unexpected(wallpapers.error());
  screens.read_->wallpapers = std::make_shared<const Wallpapers>(std::move(*wallpapers));
  auto help = load_help(assets, words);
  if (!help) return std::unexpected(help.error());
  screens.read_->help = std::make_shared<const HelpTopics>(std::move(*help));
  // What is a menu or a screen of its own here, or printed and in no menu, is a sheet for paper and Web Config alone.
  const auto is_printed = [&](const std::string& id) {
    return std::ranges::any_of(screens.read_->printed, [&](const auto& printed) {
      return std::ranges::find(printed.second.parts, id) != printed.second.parts.end();
    });
  };
  std::erase_if(screens.read_->sheets, [&](const auto& sheet) {
    const auto& id = sheet.first;
    return screens.read_->menus.contains(id) ||
           std::ranges::find(named_screens, id, &NamedScreen::id) != std::end(named_screens) ||
           (is_printed(id) && way_to(screens.read_->menus, id).empty());
  });
  return screens;
}

std::vector<std::string> Screens::targets(const device::Assets& assets) {
  std::vector<std::string> ids;
  for (const auto& screen : named_screens) ids.emplace_back(screen.id);
  for (const auto id : own_screens) ids.emplace_back(id);
  for (const auto* folder : {"info", "menus", "sheets"}) {
    for (const auto& file : assets.list(folder, ".yaml")) ids.push_back(file.stem().string());
  }
  return ids;
}

const device::InfoSheet* Screens::sheet_of(const Read& read, std::string_view id) {
  const auto found = read.sheets.find(id);
  return found == read.sheets.end() ? nullptr : found->second.get();
}

Screen Screens::make(std::string_view id) const {
  const std::string name(id);
  if (read_->menus.contains(id)) {
    const ReadMenu menu = [read = read_, name] {
      const auto found = read->menus.find(name);
      return found == read->menus.end() ? nullptr : &found->second;
    };
    if (id != "home") return menu_screen(name, menu);
    return home_screen(menu, [read = read_] { return read->wallpapers; });
  }
  if (read_->sheets.contains(id)) {
    return info_screen(name, [read = read_, name] { return sheet_of(*read, name); });
  }
  if (const auto sheet = read_->printed.find(id); sheet != read_->printed.end()) return sheet_screen(sheet->second);
  if (const auto* with_screen = setting(id)) return setting_screen(*with_screen);
  if (auto page = own_sign_in_screen(id); page.show) return page;
  if (id == "edit-home") {
    return edit_home_screen([read = read_] { return &read->menus.find("home")->second; });
  }
  if (id == "wallpaper") return wallpaper_screen([read = read_] { return read->wallpapers; });
  if (id == "help") return help_screen([read = read_] { return read->help; });
  const auto* found = std::ranges::find(named_screens, id, &NamedScreen::id);
  return found == std::end(named_screens) ? Screen{} : found->make();
}

const device::Setting* Screens::setting(std::string_view id) const {
  for (const auto& [_, menu] : read_->menus) {
    const auto found = std::ranges::find_if(menu.items, [&](const auto& item) { return item.opens == id; });
    if (found != menu.items.end() && found->setting) return &*found->setting;
  }
  return nullptr;
}

void Screens::take(Screens&& other) {
  auto gone = std::move(read_->gone);
  const auto note = [&](const auto& map) {
    for (const auto& [id, _] : map) gone.push_back(id);
  };
  note(read_->menus);
  note(read_->sheets);
  note(read_->printed);
  *read_ = std::move(*other.read_);
  std::erase_if(gone, [&](const std::string& id) {
    return read_->menus.contains(id) || read_->sheets.contains(id) || read_->printed.contains(id);
  });
  read_->gone = std::move(gone);
}

Screen Screens::setting_screen_of(std::string_view id) const {
  const auto* with_screen = setting(id);
  return with_screen ? setting_screen(*with_screen) : Screen{};
}

bool Screens::still_has(std::string_view id) const { return std::ranges::find(read_->gone, id) == read_->gone.end(); }

const device::InfoSheet* Screens::sheet(std::string_view id) const { return sheet_of(*read_, id); }

std::vector<std::string> Screens::ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, menu] : read_->menus) {
    ids.push_back(id);
    for (const auto& item : menu.items) {
      if (item.setting && !item.opens.empty()) ids.push_back(item.opens);
    }
  }
  for (const auto& [id, _] : read_->sheets) ids.push_back(id);
  for (const auto& [id, _] : read_->printed) ids.push_back(id);
  for (const auto& screen : named_screens) ids.emplace_back(screen.id);
  for (auto& id : own_sign_in_screens()) ids.push_back(std::move(id));
  for (const auto id : own_screens) ids.emplace_back(id);
  for (const auto& sheet : named_sheets()) ids.emplace_back(sheet.id);
  std::ranges::sort(ids);
  const auto repeated = std::ranges::unique(ids);  // a setting may stand in two menus
  ids.erase(repeated.begin(), repeated.end());
  return ids;
}

std::vector<std::string> Screens::unreachable() const {
  std::vector<std::string> lost;
  const auto check = [&](const std::string& id) {
    if (id != "home" && way_to(read_->menus, id).empty()) lost.push_back(id);
  };
  for (const auto& [id, _] : read_->menus) check(id);
  for (const auto& [id, _] : read_->sheets) check(id);
  std::ranges::sort(lost);
  return lost;
}

std::vector<Screen> Screens::with_way(std::string_view id) const {
  std::vector<Screen> pages;
  auto screen = make(id);
  if (!screen.show) return pages;
  auto way = way_to(read_->menus, id);
  if (way.empty() && id != "home") way = {"home"};
  for (const auto& menu : way) pages.push_back(make(menu));
  pages.push_back(std::move(screen));
  return pages;
}

}  // namespace paneltwin::panel
