// One self-contained page with every picture that was taken, searchable.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "device/assets.hpp"
#include "device/failure.hpp"
#include "device/text/catalogue.hpp"

namespace paneltwin::panel {

struct TakenPicture {
  std::string screen, model, language, theme;
  std::filesystem::path file;  // the PNG, under the folder of the page
  std::string png;             // its bytes
  int width = 0, height = 0;
};

/// Writes `folder`/index.html, grouped by screen in the order they come. Failures: not_found (the template),
/// output_failed.
device::Result<void> write_contact_sheet(const std::filesystem::path& folder, const std::vector<TakenPicture>& pictures,
                                         const device::Assets& assets, const device::Catalogue& words);

}  // namespace paneltwin::panel
