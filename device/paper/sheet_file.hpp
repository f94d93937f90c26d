// What can be printed from Print Status Sheet, as assets/sheets/*.yaml says it:
//
//   sheet: status-sheet
//   title: sheet.title                 # catalogue keys: over the paper,
//   screen: screen.status-sheet        # over the screen that prints it,
//   message: status_sheet.message      # and on it
//   file: network-status               # the printed file's name begins so
//   parts: [network-status, email-server-status]     # information sheets (assets/info/); `settings` is every setting
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "device/assets.hpp"

namespace paneltwin::device {

struct SheetFile {
  std::string id, title, screen, message, file;
  std::vector<std::string> parts;
};

std::expected<SheetFile, FileError> load_sheet_file(const Assets& assets, std::string_view id);

}  // namespace paneltwin::device
