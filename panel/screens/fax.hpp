// Fax: to which numbers, how, and Send. The pages go through the fax server.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen fax_screen();
/// The same, with Fax Settings in front.
Screen fax_settings_screen();
/// The ten keys over the page, for pictures and checks.
void type_fax_number(const Context& context);

}  // namespace paneltwin::panel
