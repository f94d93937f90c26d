// The Status tab, open to everyone: the product and its network.
#pragma once

#include <expected>
#include <optional>

#include "device/info/info_sheet.hpp"
#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

struct StatusSheets {
  device::InfoSheet product, network, email, usage;

  static std::expected<StatusSheets, device::FileError> load(const device::Assets& assets,
                                                             const device::SettingTable& settings);
};

/// The sheets as their files were when they last were good. Loop only.
class StatusShelf {
 public:
  StatusShelf(const device::Assets& assets, const device::SettingTable& settings)
      : assets_(assets), settings_(settings) {}
  /// Reads them again; on a failure they stay as they were.
  std::expected<void, device::FileError> read();
  /// Read now when nobody did before; null as long as they never were good.
  const StatusSheets* get();

 private:
  const device::Assets& assets_;
  const device::SettingTable& settings_;
  std::optional<StatusSheets> sheets_;
};

/// Also the main page, and the choice of language on it.
void add_status_pages(Site& site, StatusShelf& sheets);

}  // namespace paneltwin::net::webconfig
