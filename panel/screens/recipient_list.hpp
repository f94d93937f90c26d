// Whom to send to: typed, or used before. For addresses and for fax numbers.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "panel/screens/screen.hpp"
#include "panel/ui/row_list.hpp"

namespace paneltwin::panel {

struct RecipientList {
  std::string title, hint;  // catalogue keys of the field that opens the keyboard
  char32_t icon = 0;        // of one that is chosen
  std::vector<std::string>& chosen;
  const std::vector<std::string>& recent;
  std::function<void(RowList&)> more = {};   // rows between those that are chosen and the recent ones
  std::function<void(const Context&)> type;  // opens the keyboard
};
void show_recipient_list(Ui& ui, const Context& context, const Rect& area, const RecipientList& recipients);

/// No more than ten.
void say_full(const Context& context);
/// Adds it unless it is there already; says so when the list is full.
void add_recipient(const Context& context, std::vector<std::string>& chosen, const std::string& recipient);

}  // namespace paneltwin::panel
