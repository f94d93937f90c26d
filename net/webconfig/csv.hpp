// CSV as spreadsheets read it (RFC 4180).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::net::webconfig {

/// Quoted. Text that a spreadsheet would take for a formula gets an apostrophe before it.
std::string csv_cell(std::string_view text);
/// One line, with its end.
std::string csv_line(const std::vector<std::string>& cells);

/// Rows of cells, each with the number of the line that it began in (1 first). A quote that never ends takes all that
/// follows. Apostrophes that csv_cell() put before are taken away.
struct CsvRow {
  int line = 0;
  std::vector<std::string> cells;
};
std::vector<CsvRow> parse_csv(std::string_view text);

}  // namespace paneltwin::net::webconfig
