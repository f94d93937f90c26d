// RFC 4648: bytes in letters, as SMTP and tokens carry them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paneltwin::net {

std::string to_base64(std::string_view bytes);
/// Nothing when `text` is not base64 with all of its padding.
std::optional<std::string> from_base64(std::string_view text);
/// The alphabet for URLs; padding may be left out.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace paneltwin::net
