#include "device/text/spelling.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace paneltwin::device {

// Levenshtein distance, one row at a time.
static std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return row.back();
}

std::vector<std::string> nearest(const std::vector<std::string>& names, std::string_view wanted, std::size_t count) {
  constexpr std::size_t longest_compared = 200;
  if (wanted.size() > longest_compared) return {};
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const auto& name : names) {
    const bool part = !wanted.empty() && name.find(wanted) != std::string::npos;
    const auto far = part ? 1 : distance(name, wanted);
    if (far <= std::max<std::size_t>(2, std::max(name.size(), wanted.size()) / 2)) found.emplace_back(far, name);
  }
  std::ranges::sort(found);
  const auto repeated = std::ranges::unique(found);
  found.erase(repeated.begin(), repeated.end());
  std::vector<std::string> near;
  for (auto& [_, name] : found) {
    if (near.size() < count) near.push_back(std::move(name));
  }
  return near;
}

std::string did_you_mean(const std::vector<std::string>& names, std::string_view wanted) {
  std::string words;
  for (const auto& name : nearest(names, wanted)) {
    words += words.empty() ? "; did you mean '" : ", '";
    words += name + "'";
  }
  return words.empty() ? words : words + "?";
}

}  // namespace paneltwin::device
