#include "panel/lint/used_texts.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace paneltwin::panel {

namespace fs = std::filesystem;

static bool is_of_a_key(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         letter == '.' || letter == '-' || letter == '_';
}

void NamedKeys::read(std::string_view bytes) {
  constexpr std::size_t shortest = 3, longest = 100;
  for (std::size_t at = 0; at < bytes.size();) {
    if (!is_of_a_key(bytes[at])) {
      ++at;
      continue;
    }
    auto end = at;
    while (end < bytes.size() && is_of_a_key(bytes[end])) ++end;
    const auto word = bytes.substr(at, end - at);
    if (word.size() >= shortest && word.size() <= longest && word.contains('.') && words_.emplace(word).second) {
      all_ += word;
      all_ += '\n';
    }
    at = end;
  }
}

bool NamedKeys::has(std::string_view key) const {
  if (words_.contains(key)) return true;
  if (words_.contains(std::string(key) + '.')) return true;  // the title of choices that are asked for
  // A compiler that optimizes writes a short text in blocks of 16 or 8 letters, and the rest of it elsewhere.
  constexpr std::size_t large_block = 16, small_block = 8;
  const auto block = key.size() >= large_block ? large_block : small_block;
  if (key.size() > block && all_.contains(std::string(key.substr(0, block)))) return true;
  for (auto dot = key.rfind('.'); dot != key.npos && dot > 0; dot = key.rfind('.', dot - 1)) {
    if (words_.contains(key.substr(0, dot + 1))) return true;
  }
  return all_.contains(std::string(key) + "\n");
}

NamedKeys named_keys(const device::Assets& assets) {
  NamedKeys named;
  constexpr std::size_t largest = 1u << 30;  // a program with all its debug information
  if (const auto program = device::read_file("/proc/self/exe", largest)) named.read(*program);
  for (const auto& folder : assets.folders()) {
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
      std::error_code gone;
      if (!entry.is_regular_file(gone) || entry.path().extension() == ".po") continue;
      if (const auto content = device::read_file(entry.path(), largest)) named.read(*content);
    }
  }
  return named;
}

Findings check_unused(const device::Catalogue& english, const NamedKeys& named) {
  Findings findings;
  for (const auto& [key, text] : english.own()) {
    if (key == "language.name" || named.has(key)) continue;
    findings.push_back({.rule = "unused-text",
                        .message = fmt::format("nobody asks for '{}' (\"{}\")", key, text.forms.front()),
                        .language = english.tag(),
                        .file = text.place.file,
                        .line = text.place.line});
  }
  return findings;
}

}  // namespace paneltwin::panel
