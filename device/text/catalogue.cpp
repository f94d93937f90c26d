#include "device/text/catalogue.hpp"

#include <algorithm>

namespace paneltwin::device {

Catalogue::Catalogue(std::string tag, std::map<std::string, std::string, std::less<>> texts,
                     std::shared_ptr<const Catalogue> fallback)
    : tag_(std::move(tag)), texts_(std::move(texts)), fallback_(std::move(fallback)) {}

std::string_view Catalogue::text(std::string_view key) const {
  if (const auto found = texts_.find(key); found != texts_.end()) return found->second;
  return fallback_ ? fallback_->text(key) : key;
}

std::string Catalogue::text(std::string_view key, Arguments arguments) const {
  const std::string_view pattern = text(key);
  std::string whole;
  for (std::size_t at = 0; at < pattern.size();) {
    const auto open = pattern.find('{', at);
    whole += pattern.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const auto close = pattern.find('}', open);
    const auto name = close == std::string_view::npos ? "" : pattern.substr(open + 1, close - open - 1);
    const auto argument = std::ranges::find(arguments, name, [](const auto& pair) { return pair.first; });
    if (close == std::string_view::npos || argument == arguments.end()) {
      whole += '{';
      at = open + 1;
    } else {
      whole += argument->second;
      at = close + 1;
    }
  }
  return whole;
}

bool Catalogue::has(std::string_view key) const {
  return texts_.find(key) != texts_.end() || (fallback_ && fallback_->has(key));
}

}  // namespace paneltwin::device
