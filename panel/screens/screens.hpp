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
#include "panel/screens/menu.hpp"

namespace paneltwin::panel {

class Screens {
 public:
  /// Reads menus, information sheets and sheets to print.
  static std::expected<Screens, device::FileError> load(const device::Assets& assets, const device::Catalogue& words);

  /// A fresh screen; its `show` is empty when there is none of that name.
  [[nodiscard]] Screen make(std::string_view id) const;
  /// Of screens and named sheets, sorted.
  [[nodiscard]] std::vector<std::string> ids() const;
  /// Home, the menus on the way, and the screen itself; empty when there is none of that name.
  [[nodiscard]] std::vector<Screen> with_way(std::string_view id) const;

  /// Menus and information sheets that no way from home leads to, sorted.
  [[nodiscard]] std::vector<std::string> unreachable() const;

 private:
  /// The setting of that name, when it has a screen and a menu shows it.
  [[nodiscard]] const device::Setting* setting(std::string_view id) const;

  std::shared_ptr<const Menus> menus_;
  std::map<std::string, std::shared_ptr<const device::InfoSheet>, std::less<>> sheets_;
  std::map<std::string, device::SheetFile, std::less<>> printed_;  // what Print Status Sheet offers
};

}  // namespace paneltwin::panel
