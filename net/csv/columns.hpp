// Files whose first line names their columns, each of them a member of what a line makes.
#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "device/failure.hpp"
#include "net/csv/csv.hpp"

namespace paneltwin::net::csv {

template <class Made, class Given>
struct Column {
  std::string_view name, field;                       // in the file; in failures
  bool (*take)(const std::string& cell, Made& made);  // false when the cell cannot be so
  std::string (*give)(const Given& given);
};

/// The columns that the first line names, in its order. Nothing when it names one twice, one that there is not, or not
/// the `key`.
template <class One, std::size_t count>
std::optional<std::vector<const One*>> named_columns(const Row& head, const One (&columns)[count],
                                                     std::string_view key) {
  std::vector<const One*> found;
  for (const auto& name : head.cells) {
    const auto* column = std::ranges::find(columns, name, &One::name);
    if (column == std::end(columns) || std::ranges::find(found, column) != found.end()) return std::nullopt;
    found.push_back(column);
  }
  const bool has_key = std::ranges::find(found, key, &One::name) != found.end();
  return head.good && has_key ? std::optional(found) : std::nullopt;
}

/// The cell of the column that is called so; empty when the row has none.
template <class One>
std::string cell_of(const Row& row, const std::vector<const One*>& in_order, std::string_view name) {
  const auto at = static_cast<std::size_t>(std::ranges::find(in_order, name, &One::name) - in_order.begin());
  return at < row.cells.size() ? plain(row.cells[at]) : std::string();
}

/// Failure: invalid_value, with the column's field, or "row" where the row itself is none.
template <class Made, class Given>
device::Result<void> take_row(const Row& row, const std::vector<const Column<Made, Given>*>& in_order, Made& made) {
  const auto wrong = [](std::string_view field) {
    return device::fail(device::FailureKind::invalid_value, std::string(field));
  };
  if (!row.good || row.cells.size() != in_order.size()) return wrong("row");
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    if (!in_order[i]->take(plain(row.cells[i]), made)) return wrong(in_order[i]->field);
  }
  return {};
}

/// All columns of each of `list`, under their names.
template <class One, std::size_t count, class List>
std::string write(const One (&columns)[count], const List& list) {
  const auto as_line = [&](auto cell) {
    std::vector<std::string> cells;
    for (const auto& column : columns) cells.emplace_back(cell(column));
    return line(cells);
  };
  auto file = as_line([](const One& column) { return column.name; });
  for (const auto& given : list) file += as_line([&](const One& column) { return column.give(given); });
  return file;
}

}  // namespace paneltwin::net::csv
