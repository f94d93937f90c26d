#include "net/webconfig/csv.hpp"

namespace paneltwin::net::webconfig {

namespace {

constexpr std::string_view formula_signs = "=+-@\t\r";

bool looks_like_formula(std::string_view text) {
  return !text.empty() && formula_signs.find(text.front()) != std::string_view::npos;
}

std::string unguarded(std::string cell) {
  if (cell.starts_with('\'') && looks_like_formula(std::string_view(cell).substr(1))) cell.erase(0, 1);
  return cell;
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

std::vector<CsvRow> parse_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<CsvRow> rows;
  CsvRow row{.line = 1};
  std::string cell;
  bool quoted = false, begun = false;
  int line = 1;
  const auto end_row = [&] {
    if (begun || !row.cells.empty()) {
      row.cells.push_back(unguarded(std::move(cell)));
      rows.push_back(std::move(row));
    }
    cell.clear();
    begun = false;
    row = {.line = line};
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (quoted) {
      if (c != '"') {
        cell += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"' && cell.empty()) {
      quoted = begun = true;
    } else if (c == ',') {
      row.cells.push_back(unguarded(std::move(cell)));
      cell.clear();
      begun = true;
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      cell += c;
      begun = true;
    }
  }
  end_row();
  return rows;
}

}  // namespace paneltwin::net::webconfig
