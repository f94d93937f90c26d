// Settings as the store's names and values, both ways.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "device/names.hpp"
#include "device/settings/setting_table.hpp"
#include "device/store/store.hpp"

namespace paneltwin::device {

SettingChanges kept(const EmailServerSettings& settings, MailRole role);
/// What a setting is called in the store.
std::string kept_name(std::string_view setting);
SettingChanges kept(const AuthenticationSettings& settings);
/// Nothing forgets the sign-in that was.
SettingChanges kept(const std::optional<StoredSignIn>& sign_in, MailRole role);

/// Parts that a value keeps, one a line.
std::vector<std::string> lines(std::string_view text);

/// Takes values by name; the first one that makes no sense is remembered, and the fallback given for it.
class KeptValues {
 public:
  explicit KeptValues(SettingValues values) : values_(std::move(values)) {}

  [[nodiscard]] bool has(std::string_view name) const { return values_.contains(name); }
  [[nodiscard]] std::string text(std::string_view name, std::string fallback = {}) const;
  std::int64_t number(std::string_view name, std::int64_t fallback, std::int64_t least, std::int64_t most);
  bool flag(std::string_view name, bool fallback) { return number(name, fallback, 0, 1) != 0; }

  template <class Enum>
  Enum choice(std::string_view name, Enum fallback) {
    if (!has(name)) return fallback;
    const auto value = named<Enum>(text(name));
    if (!value) complain(name);
    return value.value_or(fallback);
  }

  /// Each declared setting as it was kept, or as from the factory where nothing, or nothing good, was.
  [[nodiscard]] Settings settings(const SettingTable& table) const;
  /// Without its mail server.
  FaxServer fax_server();
  EmailServerSettings email(MailRole role);
  std::optional<StoredSignIn> sign_in(MailRole role);
  AuthenticationSettings authentication();

  /// "setting email.method makes no sense: 'xyz'"; nothing when all was well.
  [[nodiscard]] const std::optional<std::string>& complaint() const { return complaint_; }

 private:
  void complain(std::string_view name);

  SettingValues values_;
  std::optional<std::string> complaint_;
};

}  // namespace paneltwin::device
