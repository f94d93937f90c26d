#include "net/webconfig/csv.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view formula_signs = "=+-@\t\r";

bool looks_like_formula(std::string_view text) {
  return !text.empty() && formula_signs.find(text.front()) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell = looks_like_formula(text) ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) line += (line.empty() ? "" : ",") + csv_cell(cell);
  return line + "\r\n";
}

}  // namespace paneltwin::net::webconfig
