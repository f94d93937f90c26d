#include "net/print/raw_job_parser.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "net/utf8.hpp"

namespace paneltwin::net::print {

namespace {

constexpr std::string_view mark = "\x1b%-12345X";  // Universal Exit Language: PJL speaks from here on
constexpr std::string_view pjl = "@PJL";
constexpr std::size_t head_limit = 64u << 10, longest_value = 255;
constexpr int most_copies = 999;

bool begins_like(std::string_view bytes, std::string_view word) {
  return bytes.substr(0, word.size()) == word.substr(0, bytes.size());
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool is_word(std::string_view text, std::string_view word) { return std::ranges::equal(text, word, {}, upper); }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

void skip_blanks(std::string_view& text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
}

/// Letters up to a blank or "=".
std::string_view take_word(std::string_view& text) {
  skip_blanks(text);
  const auto end = std::min(text.find_first_of(" \t\r=\""), text.size());
  const auto word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

/// What stands after "=", in quotes or not.
std::string_view take_value(std::string_view& text) {
  skip_blanks(text);
  if (text.empty() || text.front() != '=') return {};
  text.remove_prefix(1);
  skip_blanks(text);
  if (text.empty() || text.front() != '"') return take_word(text);
  text.remove_prefix(1);
  const auto end = std::min(text.find('"'), text.size());
  const auto value = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return value;
}

std::string clean(std::string_view value) {
  std::string text(value.substr(0, longest_value));
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  return valid_utf8(std::move(text));
}

}  // namespace

void RawJobParser::feed(std::string_view bytes) {
  if (too_large_ || hopeless_) return;
  pending_ += bytes;
  while (in_document_ ? read_document() : read_head()) {
  }
}

/// True when there may be more to read. What is neither the mark nor PJL is the document's beginning.
bool RawJobParser::read_head() {
  const std::string_view rest = pending_;
  if (rest.empty()) return false;
  std::size_t read = 0;
  if (rest.starts_with(mark)) {
    read = mark.size();
  } else if (rest.front() == '\n' || is_blank(rest.front())) {
    read = 1;
  } else if (rest.starts_with(pjl)) {
    const auto end = rest.find('\n');
    if (end != std::string_view::npos) {
      read_line(rest.substr(0, end));
      read = end + 1;
    }
  } else if (!begins_like(rest, mark) && !begins_like(rest, pjl)) {
    in_document_ = true;
    return true;
  }
  head_bytes_ += read;
  hopeless_ = head_bytes_ + (read == 0 ? rest.size() : 0) > head_limit;
  pending_.erase(0, read);
  return read > 0 && !hopeless_;
}

void RawJobParser::read_line(std::string_view line) {
  line.remove_prefix(pjl.size());
  const auto command = take_word(line);
  if (is_word(command, "ENTER")) {
    in_document_ = true;
    return;
  }
  if (!is_word(command, "SET") && !is_word(command, "JOB")) return;
  for (skip_blanks(line); !line.empty(); skip_blanks(line)) {
    const auto before = line.size();
    const auto name = take_word(line);
    set(name, take_value(line));
    if (line.size() == before) line.remove_prefix(1);
  }
}

void RawJobParser::set(std::string_view name, std::string_view value) {
  if (is_word(name, "USERNAME")) job_.user = clean(value);
  if (is_word(name, "NAME") || is_word(name, "JOBNAME")) job_.name = clean(value);
  if (is_word(name, "DUPLEX")) job_.two_sided = is_word(value, "ON");
  if (is_word(name, "RENDERMODE")) job_.gray = is_word(value, "GRAYSCALE");
  if (is_word(name, "COPIES") || is_word(name, "QTY")) {
    int copies = 0;
    std::from_chars(value.data(), value.data() + value.size(), copies);
    if (copies >= 1 && copies <= most_copies) job_.copies = copies;
  }
}

/// True when the document has ended.
bool RawJobParser::read_document() {
  const auto at = pending_.find(mark);
  const bool ends = at != std::string::npos;
  // The mark may have come in part.
  const auto count = ends ? at : pending_.size() - std::min(pending_.size(), mark.size() - 1);
  if (job_.content.size() + count > document_limit_) {
    too_large_ = true;
    pending_ = {};
    job_.content = {};
    return false;
  }
  job_.content.append(pending_, 0, count);
  pending_.erase(0, count);
  if (ends) end_job();
  return ends;
}

void RawJobParser::end_job() {
  auto job = std::exchange(job_, {});
  if (!job.content.empty()) whole_.push_back(std::move(job));
  in_document_ = false;
  head_bytes_ = 0;
}

std::vector<RawJob> RawJobParser::take() { return std::exchange(whole_, {}); }

std::optional<RawJob> RawJobParser::rest() {
  if (!in_document_) return std::nullopt;
  if (!too_large_) job_.content += std::exchange(pending_, {});
  in_document_ = false;
  auto job = std::exchange(job_, {});
  if (job.content.empty() && !too_large_) return std::nullopt;
  return job;
}

}  // namespace paneltwin::net::print
