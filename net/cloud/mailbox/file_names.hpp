// Names of files that strangers chose: fit to be shown, and fit for a header.
#pragma once

#include <string>
#include <string_view>

namespace paneltwin::net::cloud {

/// The last part of a path, without control characters and without those that turn the direction of writing round
/// ("invoice\u202Efdp.exe" reads as a PDF); at most 200 bytes; "attachment" when nothing is left.
std::string shown_file_name(std::string_view name);

/// "attachment; filename="…"; filename*=UTF-8''…" (RFC 6266, RFC 8187) for any name.
std::string content_disposition(std::string_view kind, std::string_view name);

}  // namespace paneltwin::net::cloud
