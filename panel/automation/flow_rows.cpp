#include "panel/automation/flow_rows.hpp"

#include "net/csv/csv.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;

namespace {

std::unexpected<device::FileError> wrong(const net::csv::Row& row, std::string what) {
  return std::unexpected(device::FileError{{}, row.line, 1, std::move(what)});
}

}  // namespace

std::expected<std::vector<Variables>, device::FileError> parse_csv(std::string_view content) {
  const auto lines = net::csv::read(content);
  std::vector<Variables> rows;
  for (const auto& line : lines) {
    if (!line.good) return wrong(line, "a quotation mark is missing or out of place");
    const auto& names = lines.front().cells;
    if (line.cells.size() != names.size()) {
      return wrong(line, "expected " + std::to_string(names.size()) +
                             " values, as the first line has names; here are " + std::to_string(line.cells.size()));
    }
    if (&line == &lines.front()) continue;
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = line.cells[i];
  }
  return rows;
}

std::vector<Variables> read_rows(const YAML::Node& data, const std::filesystem::path& folder) {
  if (data.IsScalar()) {
    const auto file = folder / strict::text(data);
    const auto content = device::read_file(file, 1 << 20);
    if (!content) strict::complain(data, "cannot read the data file " + file.string());
    auto rows = parse_csv(*content);
    if (!rows) {
      rows.error().file = file;
      throw strict::Complaint{rows.error()};
    }
    if (rows->empty()) strict::complain(data, "the data file has no rows: a line of names, then a line for each row");
    return *rows;
  }
  if (!data.IsSequence() || data.size() == 0) {
    strict::complain(data, "'data' must be a list of rows, or the name of a CSV file");
  }
  std::vector<Variables> rows;
  for (const auto& node : data) {
    if (!node.IsMap()) strict::complain(node, "expected a row such as {language: en, to: maria@contoso.example}");
    auto& row = rows.emplace_back();
    for (const auto& entry : node) row[strict::text(entry.first)] = strict::text(entry.second);
  }
  return rows;
}

}  // namespace paneltwin::panel
