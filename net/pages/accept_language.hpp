// What a browser would like to read (RFC 9110, 12.5.4), among what there is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::net::pages {

/// The one of `tags` that the list `header` ("zh-CN,zh;q=0.9,en;q=0.8") asks for first: the very language, else one
/// with the same first part, and written alike (zh-SG is zh-CN, zh-HK is zh-TW). Nothing when there is none. Browsers
/// send the list in the order of preference.
std::optional<std::string> accepted_language(std::string_view header, const std::vector<std::string>& tags);

}  // namespace paneltwin::net::pages
