// Every screen by its name.
#pragma once

#include <expected>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "device/assets.hpp"
#include "device/info/info_sheet.hpp"
#include "device/paper/sheet_file.hpp"
#include "panel/screens/dialog_file.hpp"
#include "panel/screens/help.hpp"
#include "panel/screens/menu.hpp"
#include "panel/screens/wallpaper.hpp"

namespace paneltwin::panel {

class Screens {
 public:
  /// Reads menus, information sheets, sheets to print and dialogs.
  static std::expected<Screens, device::FileError> load(const device::Assets& assets, const device::Catalogue& words);
  /// The same, with the settings as somebody has read them.
  static std::expected<Screens, device::FileError> load(const device::Assets& assets, const device::Catalogue& words,
                                                        const device::SettingTable& settings);

  /// What menus may open, by what the files are called, good or bad.
  static std::vector<std::string> targets(const device::Assets& assets);
  /// A fresh screen; its `show` is empty when there is none of that name.
  [[nodiscard]] Screen make(std::string_view id) const;
  /// Shows what `other` has read from now on, in the screens too that were made of these.
  void take(Screens&& other);
  /// The screen of a setting as it is declared now; its `show` is empty when it is none's.
  [[nodiscard]] Screen setting_screen_of(std::string_view id) const;
  /// False for a menu or information screen that is gone; whatever else is on the glass stays.
  [[nodiscard]] bool still_has(std::string_view id) const;
  /// Of screens and named sheets, sorted.
  [[nodiscard]] std::vector<std::string> ids() const;
  /// Home, the menus on the way, and the screen itself; empty when there is none of that name.
  [[nodiscard]] std::vector<Screen> with_way(std::string_view id) const;

  /// Menus and information sheets that no way from home leads to, sorted.
  [[nodiscard]] std::vector<std::string> unreachable() const;
  [[nodiscard]] const Menus& menus() const { return read_->menus; }
  /// They stay where they are, and change when their files do.
  [[nodiscard]] const Dialogs& dialogs() const { return read_->dialogs; }
  /// Null when there is none of that name.
  [[nodiscard]] const device::InfoSheet* sheet(std::string_view id) const;

 private:
  /// The setting of that name, when it has a screen and a menu shows it.
  [[nodiscard]] const device::Setting* setting(std::string_view id) const;

  /// What the files say.
  struct Read {
    Menus menus;
    Dialogs dialogs;
    std::shared_ptr<const Wallpapers> wallpapers;
    std::shared_ptr<const HelpTopics> help;
    std::map<std::string, std::shared_ptr<const device::InfoSheet>, std::less<>> sheets;
    std::map<std::string, device::SheetFile, std::less<>> printed;  // what Print Status Sheet offers
    std::vector<std::string> gone;                                  // ids that an earlier reading had
  };
  static const device::InfoSheet* sheet_of(const Read& read, std::string_view id);
  std::shared_ptr<Read> read_ = std::make_shared<Read>();
};

}  // namespace paneltwin::panel
