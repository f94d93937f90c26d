// Rows of a form: each shows a value and opens what changes it, a choice or a keyboard.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "panel/screens/entry.hpp"
#include "panel/screens/screen.hpp"
#include "panel/ui/row_list.hpp"

namespace paneltwin::panel {

/// A row that shows one of `ids` and opens the choice of them.
struct ChoiceRow {
  std::string id, title;  // `title` is a catalogue key
  std::vector<std::string> ids;
  std::string on;
  std::function<std::string(const Context&, const std::string&)> words;
  std::function<void(const std::string&)> take;
};
void choice_row(RowList& list, const Context& context, ChoiceRow row);

/// A row that shows `shown` and opens the keyboard; the sheet is called as the row, with "-entry".
void text_row(RowList& list, const Context& context, Entry entry, const std::string& shown);

/// A row of asterisks when something is set, that opens the keyboard empty; what was set is never shown.
struct PasswordRow {
  std::string id, title;  // `title` is a catalogue key
  std::size_t limit = 64;
  bool is_set = false;
  std::function<void(const std::string&)> take;
};
void password_row(RowList& list, const Context& context, PasswordRow row);

}  // namespace paneltwin::panel
