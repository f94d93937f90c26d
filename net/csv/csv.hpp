// CSV as RFC 4180 has it, strictly: quotes only around a whole cell, the same number of cells in each row. Debian has
// no library for it that refuses what is malformed and says where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::net::csv {

struct Row {
  int line = 0;      // where it begins, from 1
  bool good = true;  // false: a quotation mark is out of place or missing, or it is too long
  std::vector<std::string> cells;
  bool operator==(const Row&) const = default;
};

/// Takes a file in pieces of any size. A byte order mark is skipped; lines end in CR LF, LF or CR; empty lines are
/// none.
class Reader {
 public:
  void feed(std::string_view piece);
  /// The rows, once all has been fed.
  std::vector<Row> finish();

 private:
  enum class At { cell, quoted, quote_in_quoted };
  static constexpr std::size_t longest_row = 16 << 10;  // bytes

  void take(char c);
  void end_cell();
  void end_row();

  std::vector<Row> rows_;
  Row row_{.line = 1};
  std::string cell_;
  At at_ = At::cell;
  std::size_t bytes_ = 0;  // of the row
  int line_ = 1;
  bool was_quoted_ = false, after_return_ = false, begun_ = false;
  std::string mark_;  // what may become a byte order mark
};

std::vector<Row> read(std::string_view file);

/// Quoted. Text that a spreadsheet would take for a formula gets an apostrophe before it.
std::string cell(std::string_view text);
/// The text that cell() was given.
std::string plain(std::string_view cell);
/// One line, with its end.
std::string line(const std::vector<std::string>& cells);

}  // namespace paneltwin::net::csv
