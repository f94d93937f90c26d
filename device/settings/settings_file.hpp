// All settings as one text file that people keep, read and bring to another machine (Web Config, Export and Import).
//
//   # PanelTwin settings 1
//   sleep-timer = 15
//   email.method = smtp_auth
//   secrets = …                 # the e-mail password, under a password of its own (AES-256-GCM, scrypt)
#pragma once

#include <map>
#include <optional>
#include <string>

#include "device/settings/setting_table.hpp"
#include "device/state.hpp"

namespace paneltwin::device {

struct SettingsFile {
  std::map<std::string, std::string> settings;  // those that the file names
  std::optional<EmailServerSettings> email;
  std::optional<std::string> contact;
  std::optional<bool> lock_setting;
  std::optional<std::string> email_password;
};

/// `sealed` is what seal() made of the secrets; empty: none go along.
std::string write_settings_file(const State& state, const std::string& sealed);

/// The file as far as it can be read without a password; `sealed` is left for unseal().
struct ReadSettings {
  SettingsFile file;
  std::string sealed;
};
/// Every value checked against its declaration. Failure: invalid_value, `detail` is the line's number and the name that
/// stands there ("7 sleep-timer"). Languages are checked by whoever has the catalogues.
Result<ReadSettings> read_settings_file(std::string_view content, const State& state, const SettingTable& table);

/// Under a password; takes as long as a password's hash: for the worker.
std::string seal(const std::string& secret, const std::string& password);
/// Nothing when it is damaged, or under another password. For the worker.
std::optional<std::string> unseal(const std::string& sealed, const std::string& password);

}  // namespace paneltwin::device
