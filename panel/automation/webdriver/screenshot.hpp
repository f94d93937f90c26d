// Pictures for clients: PNG in Base64.
#pragma once

#include <boost/json/value.hpp>

#include "panel/automation/webdriver/error.hpp"
#include "panel/render/picture.hpp"
#include "panel/ui/tree.hpp"

namespace paneltwin::panel::webdriver {

/// The part of the glass in `area`. Failure: unable_to_capture_screen, when nothing of it is on the glass.
Outcome<boost::json::value> screenshot(const Picture& glass, const Rect& area);

}  // namespace paneltwin::panel::webdriver
