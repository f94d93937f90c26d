// Small dealings with words: lists kept one item a line, what stands around a word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "device/text/ascii.hpp"

namespace paneltwin::net::cloud {

std::string join_lines(const std::vector<std::string>& items);
std::vector<std::string> split_lines(std::string_view text);
using device::begins_without_case, device::equal_without_case, device::lower;

std::string_view trimmed(std::string_view text);

}  // namespace paneltwin::net::cloud
