// Rows one under the other, or two beside each other on a roomy glass, scrolled as one.
#pragma once

#include <string>
#include <vector>

#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

/// A glass large enough for rows in two columns and the permanent tool bar.
bool is_roomy(const Ui& ui);

class RowList {
 public:
  /// Opens a list over `view`; `columns` lets rows stand in two columns where the glass is roomy. `rows`: how many
  /// there will be, where that is known: one alone takes the whole width.
  RowList(Ui& ui, const std::string& id, const Rect& view, bool columns = true, std::size_t rows = 2);
  ~RowList();
  RowList(const RowList&) = delete;
  RowList& operator=(const RowList&) = delete;

  bool row(Row row);
  /// Facts one after the other stand on one card where the glass is roomy.
  void fact(const Fact& fact);
  /// Returns the value that it has from now.
  int stepper(Stepper stepper);
  /// Words to read, as many lines as they need.
  void words(const std::string& id, const std::string& text, Colour colour);
  /// Words over the rows that follow.
  void heading(const std::string& id, const std::string& text);
  /// A free place of this height over the whole width.
  Rect place(float height);
  [[nodiscard]] float width() const { return rest_.width; }
  [[nodiscard]] Ui& ui() const { return ui_; }

 private:
  Rect next_row();
  void draw_facts();
  Ui& ui_;
  float top_;  // where the content begins, scrolled as it is
  Rect rest_;  // what is left under the rows so far
  bool columns_, alone_;
  float second_column_ = 0;  // height of the line whose second place is free
  std::vector<Fact> facts_;  // that wait for their card
};

/// What a page says that has nothing to list.
void nothing_here(Ui& ui, const Rect& area, const std::string& text);

}  // namespace paneltwin::panel
