// Every setting that there is, from assets/settings/*.yaml, and what each may hold.
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "device/assets.hpp"
#include "device/failure.hpp"
#include "device/settings/setting.hpp"
#include "device/settings/setting_values.hpp"
#include "device/text/catalogue.hpp"

namespace paneltwin::device {

/// Immutable; any thread.
class SettingTable {
 public:
  /// Reads every file. Errors name file, line and column. With `words` the catalogue keys must be in them.
  static std::expected<SettingTable, FileError> load(const Assets& assets, const Catalogue* words = nullptr);

  /// Nothing when nobody declared it.
  [[nodiscard]] const Setting* find(std::string_view id) const;
  [[nodiscard]] const std::map<std::string, Setting, std::less<>>& all() const { return settings_; }
  [[nodiscard]] std::vector<std::string> ids() const;
  /// The groups that Restore Default Settings knows, sorted.
  [[nodiscard]] std::vector<std::string> groups() const;
  /// As the machine comes from the factory.
  [[nodiscard]] Settings initial() const;

 private:
  std::map<std::string, Setting, std::less<>> settings_;
};

/// Whether the setting may have this value. Failure: invalid_value, `detail` names the setting. Which languages there
/// are only the catalogues know.
Result<void> check(const Setting& setting, std::string_view value);
/// What comes along when `setting` becomes `value`: not what is so already, and not what people chose themselves, which
/// is anything but what the value until now brought, or its first value where that brought nothing.
std::vector<BroughtSetting> brought_along(const Setting& setting, const std::string& value, const Settings& now);
/// Its `when` is fulfilled: it counts, and is shown.
bool applies(const Setting& setting, const Settings& values);

}  // namespace paneltwin::device
