// What can be printed as a sheet, as its files were when they last were good: an edit that breaks one does not keep
// the machine from printing.
#pragma once

#include <expected>
#include <map>
#include <string>

#include "device/info/info_sheet.hpp"
#include "device/paper/sheet_file.hpp"

namespace paneltwin::device {

/// Loop only.
class PrintedSheets {
 public:
  /// Reads every sheet and the information on it. On a failure everything stays as it was.
  std::expected<void, FileError> read(const Assets& assets, const SettingTable& settings);
  [[nodiscard]] bool is_read() const { return is_read_; }

  /// Nothing when there is no sheet of that name.
  [[nodiscard]] const SheetFile* find(std::string_view id) const;
  /// One of the sheet's parts, the settings apart.
  [[nodiscard]] const InfoSheet& part(const std::string& id) const { return parts_.at(id); }

 private:
  std::map<std::string, SheetFile, std::less<>> sheets_;
  std::map<std::string, InfoSheet> parts_;
  bool is_read_ = false;
};

/// The part of a sheet that is no information sheet.
inline constexpr std::string_view settings_part = "settings";

}  // namespace paneltwin::device
