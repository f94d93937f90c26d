// What lint found, for people, for programs, and for tools that show findings beside the code.
#pragma once

#include "panel/lint/finding.hpp"

namespace paneltwin::panel {

/// A line for each finding: "themes/light.yaml: low-contrast: …" or "large/en/light home > copy: small-target: …".
std::string to_text(const Findings& findings);
/// {"findings": [{"rule", "message", "screen", …}]}; empty members are left out.
std::string to_json(const Findings& findings);
/// SARIF 2.1.0 (OASIS), one run. What has no file names its screen as a logical location.
std::string to_sarif(const Findings& findings);

}  // namespace paneltwin::panel
