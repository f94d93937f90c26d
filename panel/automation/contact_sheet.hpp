// One self-contained page with every picture that was taken: searchable, each with the flow that goes there, and a map
// of the screens.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "device/assets.hpp"
#include "device/failure.hpp"
#include "device/text/catalogue.hpp"
#include "panel/automation/screen_map.hpp"

namespace paneltwin::panel {

struct TakenPicture {
  std::string screen, model, language, theme;
  std::filesystem::path file;  // the PNG, under the folder of the page
  std::string png;             // its bytes
  int width = 0, height = 0;
  std::string flow;  // YAML that goes there; empty where no tap leads
};

/// The flow that taps its way from home to `screen`; empty where no menu leads.
std::string flow_to(const Screens& screens, const std::string& screen, const std::string& model,
                    const std::string& language, const std::string& theme);

/// Writes `folder`/index.html, grouped by screen in the order they come. Failures: not_found (the template),
/// output_failed.
device::Result<void> write_contact_sheet(const std::filesystem::path& folder, const std::vector<TakenPicture>& pictures,
                                         const Screens& screens, const device::Assets& assets,
                                         const device::Catalogue& words);

}  // namespace paneltwin::panel
