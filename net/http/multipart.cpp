#include "net/http/multipart.hpp"

#include <algorithm>

#include "device/settings/limits.hpp"
#include "device/text/ascii.hpp"

namespace paneltwin::net::http {

namespace {

constexpr std::size_t most_parts = 200, longest_boundary = 70;  // RFC 2046 5.1.1

std::string_view trimmed(std::string_view text) {
  const auto first = std::min(text.find_first_not_of(" \t"), text.size());
  text.remove_prefix(first);
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// Parameter `name` of a header such as `form-data; name="a"; filename="b.pem"`. Browsers write a quote as %22.
std::optional<std::string> parameter(std::string_view header, std::string_view name) {
  auto rest = header.substr(std::min(header.find(';'), header.size()));
  while (!rest.empty()) {
    rest = trimmed(rest.substr(1));
    const auto equals = std::min(rest.find('='), rest.size());
    const auto key = trimmed(rest.substr(0, equals));
    rest.remove_prefix(std::min(equals + 1, rest.size()));
    std::string value;
    if (rest.starts_with('"')) {
      const auto close = rest.find('"', 1);
      if (close == std::string_view::npos) return std::nullopt;
      value = rest.substr(1, close - 1);
      rest.remove_prefix(close + 1);
      rest = rest.substr(std::min(rest.find(';'), rest.size()));
    } else {
      const auto end = std::min(rest.find(';'), rest.size());
      value = trimmed(rest.substr(0, end));
      rest.remove_prefix(end);
    }
    if (device::equal_without_case(key, name)) return value;
  }
  return std::nullopt;
}

/// The header lines of a part, up to the empty line; nothing when it is no form field.
std::optional<FormPart> read_head(std::string_view head) {
  for (; !head.empty(); head.remove_prefix(std::min(head.find("\r\n") + 2, head.size()))) {
    const auto line = head.substr(0, head.find("\r\n"));
    constexpr std::string_view disposition = "content-disposition:";
    if (device::begins_without_case(line, disposition)) {
      const auto value = trimmed(line.substr(disposition.size()));
      auto name = parameter(value, "name");
      if (!name || !device::begins_without_case(value, "form-data")) return std::nullopt;
      return FormPart{std::move(*name), parameter(value, "filename"), {}};
    }
    if (line.size() == head.size()) break;
  }
  return std::nullopt;
}

/// Names and what people typed are UTF-8; a file may be anything.
bool is_text(const FormPart& part) {
  return device::is_utf8(part.name) && device::is_utf8(part.file_name ? *part.file_name : part.content);
}

}  // namespace

std::optional<std::vector<FormPart>> parse_multipart(std::string_view content_type, std::string_view body) {
  if (!device::begins_without_case(content_type, "multipart/form-data;")) return std::nullopt;
  const auto boundary = parameter(content_type, "boundary");
  if (!boundary || boundary->empty() || boundary->size() > longest_boundary) return std::nullopt;

  const auto first = "--" + *boundary, mark = "\r\n" + first;
  if (!body.starts_with(first)) return std::nullopt;
  body.remove_prefix(first.size());
  std::vector<FormPart> parts;
  while (!body.starts_with("--")) {
    if (!body.starts_with("\r\n") || parts.size() == most_parts) return std::nullopt;
    body.remove_prefix(2);
    const auto head_end = body.find("\r\n\r\n");
    if (head_end == std::string_view::npos) return std::nullopt;
    auto part = read_head(body.substr(0, head_end));
    body.remove_prefix(head_end + 4);
    const auto end = body.find(mark);
    if (!part || end == std::string_view::npos) return std::nullopt;
    part->content = body.substr(0, end);
    if (!is_text(*part)) return std::nullopt;
    parts.push_back(std::move(*part));
    body.remove_prefix(end + mark.size());
  }
  return parts;
}

}  // namespace paneltwin::net::http
