// A finger and a keyboard on elements: click, clear, send keys. The panel's thread.
#pragma once

#include <string>
#include <string_view>

#include "panel/automation/webdriver/error.hpp"
#include "panel/automation/webdriver/known_elements.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel::webdriver {

struct Point {
  float x = 0, y = 0;
};

/// Into sight, if there is a list to swipe. Failures: no such element, stale, not interactable when it cannot be seen.
Outcome<Point> middle_of(Panel& panel, const KnownElements& known, std::string_view id);
/// A tap on its middle. Failure besides: intercepted, when a dialog or sheet lies over it. A disabled one is touched
/// too, and does nothing.
Outcome<void> click(Panel& panel, const KnownElements& known, std::string_view id);

/// The field that typed text goes to, and which element's tap opened it.
struct Editing {
  std::string path;  // of the opener
};

/// Types into a field: one that is not being edited is tapped first. Failure: not interactable when no keyboard comes.
Outcome<void> send_keys(Panel& panel, const KnownElements& known, std::string_view id, std::string_view text,
                        Editing& editing);
/// Takes all text out of a field, and leaves it open. Failure: invalid_element_state when it takes no text.
Outcome<void> clear(Panel& panel, const KnownElements& known, std::string_view id, Editing& editing);
/// The field being edited, else what has the focus, else the whole glass.
const Document::Element& active_element(const Document& document);

}  // namespace paneltwin::panel::webdriver
