#include "net/pages/accept_language.hpp"

#include <algorithm>

namespace paneltwin::net::pages {

namespace {

bool same(std::string_view a, std::string_view b) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, small, small);
}

std::string_view first_part(std::string_view tag) { return tag.substr(0, tag.find('-')); }

/// Chinese is written in two ways; where a tag does not say which, its region tells.
bool is_traditional(std::string_view tag) {
  constexpr std::string_view traditional[] = {"Hant", "TW", "HK", "MO"};
  while (!tag.empty()) {
    const auto part = first_part(tag);
    if (std::ranges::any_of(traditional, [&](auto one) { return same(one, part); })) return true;
    tag.remove_prefix(std::min(part.size() + 1, tag.size()));
  }
  return false;
}

bool is_relative(std::string_view tag, std::string_view asked) {
  return same(first_part(tag), first_part(asked)) && is_traditional(tag) == is_traditional(asked);
}

}  // namespace

std::optional<std::string> accepted_language(std::string_view header, const std::vector<std::string>& tags) {
  while (!header.empty()) {
    auto item = header.substr(0, header.find(','));
    header.remove_prefix(std::min(item.size() + 1, header.size()));
    item.remove_prefix(std::min(item.find_first_not_of(" \t"), item.size()));
    item = item.substr(0, item.find_first_of("; \t"));
    auto found = std::ranges::find_if(tags, [&](const auto& tag) { return same(tag, item); });
    if (found == tags.end()) {
      found = std::ranges::find_if(tags, [&](const auto& tag) { return is_relative(tag, item); });
    }
    if (found != tags.end()) return *found;
  }
  return std::nullopt;
}

}  // namespace paneltwin::net::pages
