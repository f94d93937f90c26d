#include "panel/automation/flow_rows.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;

namespace {

struct CsvLine {
  int number = 0;
  std::vector<std::string> fields;
};

/// Takes one record off the front of `rest`; quoted fields may hold commas, line ends and doubled quotes.
CsvLine take_line(std::string_view& rest, int& line) {
  CsvLine record{.number = line, .fields = {{}}};
  bool quoted = false;
  while (!rest.empty()) {
    const char letter = rest.front();
    rest.remove_prefix(1);
    if (letter == '\n') ++line;
    if (quoted) {
      if (letter != '"') {
        record.fields.back() += letter;
      } else if (rest.starts_with('"')) {
        record.fields.back() += '"';
        rest.remove_prefix(1);
      } else {
        quoted = false;
      }
      continue;
    }
    if (letter == '\n') break;
    if (letter == '"' && record.fields.back().empty()) {
      quoted = true;
    } else if (letter == ',') {
      record.fields.emplace_back();
    } else if (letter != '\r') {
      record.fields.back() += letter;
    }
  }
  return record;
}

}  // namespace

std::expected<std::vector<Variables>, device::FileError> parse_csv(std::string_view content) {
  if (content.starts_with("\xef\xbb\xbf")) content.remove_prefix(3);  // as Excel saves it
  int line = 1;
  const auto names = take_line(content, line).fields;
  std::vector<Variables> rows;
  while (!content.empty()) {
    const auto record = take_line(content, line);
    if (record.fields.size() == 1 && record.fields.front().empty()) continue;
    if (record.fields.size() != names.size()) {
      return std::unexpected(device::FileError{{},
                                               record.number,
                                               1,
                                               "expected " + std::to_string(names.size()) +
                                                   " values, as the first line has names; here are " +
                                                   std::to_string(record.fields.size())});
    }
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = record.fields[i];
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
