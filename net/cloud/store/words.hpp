// Small dealings with words: lists kept one item a line, comparing without case.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::net::cloud {

std::string join_lines(const std::vector<std::string>& items);
std::vector<std::string> split_lines(std::string_view text);
/// ASCII letters small; for addresses, codes and protocol words.
std::string lower(std::string_view text);
bool equal_without_case(std::string_view a, std::string_view b);
std::string_view trimmed(std::string_view text);

}  // namespace paneltwin::net::cloud
