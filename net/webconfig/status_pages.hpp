// The Status tab, open to everyone: the product and its network.
#pragma once

#include "device/info/info_sheet.hpp"
#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

struct StatusSheets {
  device::InfoSheet product, network, email, usage;

  static device::Result<StatusSheets> load(const device::Assets& assets, const device::SettingTable& settings);
};

/// Also the main page, and the choice of language on it.
void add_status_pages(Site& site, StatusSheets sheets);

}  // namespace paneltwin::net::webconfig
