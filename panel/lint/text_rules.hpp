// What can be wrong with the catalogues: a language against English, and letters that the font does not have.
#pragma once

#include <functional>

#include "device/text/catalogue.hpp"
#include "panel/lint/finding.hpp"

namespace paneltwin::panel {

/// missing-text, unused-text (a key that English does not know is asked for by nobody), wrong-placeholder.
Findings check_translation(const device::Catalogue& english, const device::Catalogue& other);
/// missing-glyph: once for each letter. `has` answers whether the font draws it.
Findings check_letters(const device::Catalogue& words, const std::function<bool(char32_t)>& has);

}  // namespace paneltwin::panel
