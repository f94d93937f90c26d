// What can be wrong with the files of assets/ before any screen is drawn.
#pragma once

#include "device/assets.hpp"
#include "panel/lint/finding.hpp"

namespace paneltwin::panel {

/// broken-file (with its line), dead-link, unreachable-screen, and the rules of text_rules.hpp and contrast.hpp. A file
/// that cannot be read hides only what depends on it.
Findings check_assets(const device::Assets& assets);

}  // namespace paneltwin::panel
