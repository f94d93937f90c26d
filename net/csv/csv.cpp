#include "net/csv/csv.hpp"

#include <utility>

namespace paneltwin::net::csv {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view begin_of_formula = "=+-@\t\r";

bool looks_like_formula(std::string_view text) {
  return !text.empty() && begin_of_formula.find(text.front()) != std::string_view::npos;
}

}  // namespace

void Reader::feed(std::string_view piece) {
  while (!begun_ && !piece.empty() && mark_.size() < byte_order_mark.size() &&
         piece.front() == byte_order_mark[mark_.size()]) {
    mark_ += piece.front();
    piece.remove_prefix(1);
  }
  if (piece.empty()) return;
  if (!std::exchange(begun_, true) && mark_ != byte_order_mark) {
    for (const char c : mark_) take(c);
  }
  for (const char c : piece) take(c);
}

void Reader::take(char c) {
  const bool ends_return = std::exchange(after_return_, false) && c == '\n';
  if (at_ == At::quoted) {
    if (++bytes_ > longest_row) row_.good = false;
    if (c == '\n') ++line_;
    if (c == '"') {
      at_ = At::quote_in_quoted;
    } else if (bytes_ <= longest_row) {
      cell_ += c;
    }
    return;
  }
  if (ends_return) return;
  if (at_ == At::quote_in_quoted && c == '"') {
    at_ = At::quoted;
    cell_ += c;
    return;
  }
  const bool after_quote = at_ == At::quote_in_quoted || was_quoted_;
  if (at_ == At::quote_in_quoted) was_quoted_ = true;
  at_ = At::cell;
  if (c == ',') return end_cell();
  if (c == '\n' || c == '\r') {
    after_return_ = c == '\r';
    ++line_;
    return end_row();
  }
  if (++bytes_ > longest_row) {
    row_.good = false;
    return;
  }
  if (c == '"' && cell_.empty() && !after_quote) {
    at_ = At::quoted;
    return;
  }
  if (c == '"' || after_quote) row_.good = false;
  cell_ += c;
}

void Reader::end_cell() {
  row_.cells.push_back(std::exchange(cell_, {}));
  was_quoted_ = false;
}

void Reader::end_row() {
  const bool is_empty = row_.cells.empty() && cell_.empty() && !was_quoted_ && row_.good;
  end_cell();
  if (!is_empty) rows_.push_back(std::move(row_));
  row_ = {.line = line_};
  bytes_ = 0;
}

std::vector<Row> Reader::finish() {
  if (!begun_ && mark_ != byte_order_mark) {
    for (const char c : mark_) take(c);
  }
  if (at_ == At::quoted) row_.good = false;
  if (at_ == At::quote_in_quoted) was_quoted_ = true;
  end_row();
  return std::exchange(rows_, {});
}

std::vector<Row> read(std::string_view file) {
  Reader reader;
  reader.feed(file);
  return reader.finish();
}

std::string cell(std::string_view text) {
  std::string quoted = looks_like_formula(text) ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string plain(std::string_view text) {
  const bool marked = text.starts_with('\'') && looks_like_formula(text.substr(1));
  return std::string(marked ? text.substr(1) : text);
}

std::string line(const std::vector<std::string>& cells) {
  std::string whole;
  for (const auto& one : cells) whole += (whole.empty() ? "" : ",") + cell(one);
  return whole + "\r\n";
}

}  // namespace paneltwin::net::csv
