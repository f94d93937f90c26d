// What pages share: title bar, tool bar, the Job/Status key.
#pragma once

#include <string>

#include "panel/screens/screen.hpp"
#include "panel/ui/row_list.hpp"

namespace paneltwin::panel {

/// How much of the right side of the glass the tool bar takes; 0 where there is none.
float tool_bar_width(const Ui& ui);
void tool_bar(Ui& ui, const Context& context, const Rect& bar);

/// Back arrow and title, and on a small glass Job/Status and Home. Returns what is left of the page.
Rect title_bar(Ui& ui, const Context& context, Rect page, const std::string& title);
/// The page's main key, at the right of a strip that it takes off the bottom of `page`.
bool bottom_key(Ui& ui, Rect& page, const Button& key);
/// The Job/Status key: its badge counts the active jobs and wears the mark of an error.
void job_status_key(Ui& ui, const Context& context, const Rect& rect, bool caption);

}  // namespace paneltwin::panel
