// Pages whose fields are declared settings (assets/settings/): which stand on which page, under which of the machine's
// field names. What a field may hold, and its words, are the declaration's.
#pragma once

#include "device/settings/setting_table.hpp"
#include "net/webconfig/form.hpp"

namespace paneltwin::net::webconfig {

struct SettingRow {
  std::string_view field;    // "INPUTT_DEVICENAME"
  std::string_view setting;  // "device-name"
};
struct SettingGroup {
  std::string_view title;  // catalogue key; may be empty
  std::vector<SettingRow> rows;
};
struct SettingPage {
  std::string_view id;
  std::vector<SettingGroup> groups;
};

/// The page's fields as things stand, and what was entered of them on its way to the machine.
Form setting_form(const SettingPage& page, const Site& site, const Visit& visit);
void store_settings(const SettingPage& page, const Site& site, const FormValues& values, device::Reply reply);

/// The page as a form. Settings that nobody declared, or that this model lacks, are not on it.
void add_setting_page(Site& site, SettingPage page);
/// All of those that the machine itself has.
void add_settings_pages(Site& site);

}  // namespace paneltwin::net::webconfig
