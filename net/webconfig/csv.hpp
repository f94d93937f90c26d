// CSV for spreadsheets (RFC 4180); it is read by net/csv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::net::webconfig {

/// Quoted. Text that a spreadsheet would take for a formula gets an apostrophe before it.
std::string csv_cell(std::string_view text);
/// One line, with its end.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace paneltwin::net::webconfig
