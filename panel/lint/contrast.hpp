// Contrast as WCAG 2.1 counts it (1.4.3 for words, 1.4.11 for signs).
#pragma once

#include "panel/lint/finding.hpp"
#include "panel/ui/theme.hpp"

namespace paneltwin::panel {

/// From 1 (the same) to 21 (black on white). What is translucent counts as if it were not.
double contrast(Colour one, Colour other);
/// low-contrast: whatever a theme writes with, on whatever it may stand on. `name` is the theme's; `file` its own.
Findings check_contrast(const Theme& theme, const std::string& name, const std::filesystem::path& file);

}  // namespace paneltwin::panel
