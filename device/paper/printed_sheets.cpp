#include "device/paper/printed_sheets.hpp"

namespace paneltwin::device {

std::expected<void, FileError> PrintedSheets::read(const Assets& assets, const SettingTable& settings) {
  PrintedSheets read;
  for (const auto& file : assets.list("sheets", ".yaml")) {
    auto sheet = load_sheet_file(assets, file.stem().string());
    if (!sheet) return std::unexpected(sheet.error());
    for (const auto& part : sheet->parts) {
      if (part == settings_part || read.parts_.contains(part)) continue;
      auto info = InfoSheet::load(assets, part, settings);
      if (!info) return std::unexpected(info.error());
      read.parts_.emplace(part, std::move(*info));
    }
    read.sheets_.emplace(sheet->id, std::move(*sheet));
  }
  read.is_read_ = true;
  *this = std::move(read);
  return {};
}

const SheetFile* PrintedSheets::find(std::string_view id) const {
  const auto found = sheets_.find(id);
  return found == sheets_.end() ? nullptr : &found->second;
}

}  // namespace paneltwin::device
