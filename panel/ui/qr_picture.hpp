// A QR code on the glass.
#pragma once

#include <string>

#include "panel/ui/ui.hpp"

namespace paneltwin::panel {

/// Dark modules on white, with the quiet zone that readers need, as large as whole pixels a module allow. Nothing is
/// drawn for a content that no code holds.
void qr_picture(Ui& ui, const Rect& area, const std::string& id, const std::string& content);

}  // namespace paneltwin::panel
