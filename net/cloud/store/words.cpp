#include "net/cloud/store/words.hpp"

#include <algorithm>

#include <fmt/ranges.h>

#include "net/cloud/store/records.hpp"

namespace paneltwin::net::cloud {

std::string join_lines(const std::vector<std::string>& items) { return fmt::format("{}", fmt::join(items, "\n")); }

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    items.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool User::has_role(std::string_view role) const { return std::ranges::find(roles, role) != roles.end(); }

bool User::owns(std::string_view other) const {
  return equal_without_case(address, other) ||
         std::ranges::any_of(aliases, [&](const auto& alias) { return equal_without_case(alias, other); });
}

}  // namespace paneltwin::net::cloud
