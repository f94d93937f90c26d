// "Did you mean": names nearest in spelling, for complaints about menus, themes and flows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::device {

/// Those of `names` that could be meant by `wanted`, nearest first, `count` at most; none that are far off.
std::vector<std::string> nearest(const std::vector<std::string>& names, std::string_view wanted, std::size_t count = 3);
/// "; did you mean 'a', 'b'?" or nothing.
std::string did_you_mean(const std::vector<std::string>& names, std::string_view wanted);

}  // namespace paneltwin::device
