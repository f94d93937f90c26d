// Network Status > Status Sheet: a message, then it prints (guide, "Check the OAuth 2.0 authentication status").
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen status_sheet_screen();

}  // namespace paneltwin::panel
