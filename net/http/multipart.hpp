// Forms with files: multipart/form-data (RFC 7578).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::net::http {

struct FormPart {
  std::string name;
  std::optional<std::string> file_name;  // set for files, also when none was chosen (then empty, as the content)
  std::string content;
  bool operator==(const FormPart&) const = default;
};

/// `content_type` is the request's header. Nothing when it is no such form, is malformed, or has more than 200 parts.
std::optional<std::vector<FormPart>> parse_multipart(std::string_view content_type, std::string_view body);

}  // namespace paneltwin::net::http
