#include "panel/lint/text_rules.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>

#include "panel/render/glyphs.hpp"

namespace paneltwin::panel {

/// The {names} that a text has values put in for.
static std::set<std::string_view> placeholders(std::string_view text) {
  std::set<std::string_view> names;
  for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const auto close = text.find('}', open);
    if (close == text.npos) break;
    names.insert(text.substr(open + 1, close - open - 1));
  }
  return names;
}

/// Of all forms together: "one page" needs no {count}.
static std::set<std::string_view> all_placeholders(const device::Catalogue::Text& text) {
  std::set<std::string_view> names;
  for (const auto form : text.forms) names.merge(placeholders(form));
  return names;
}

/// Each text that is missing; of a file that nobody has begun, or hardly, how many there are.
static Findings missing_texts(const device::Catalogue& english, const device::Catalogue& other) {
  constexpr std::size_t most_told = 20;
  using Missing = std::pair<std::string_view, const device::Catalogue::Text*>;
  std::map<std::filesystem::path, std::vector<Missing>> files;
  for (const auto& [key, text] : english.own()) {
    if (!other.own().contains(key)) files[text.place.file].emplace_back(key, &text);
  }
  Findings findings;
  const auto add = [&](const Missing& one, std::string message) {
    findings.push_back({.rule = "missing-text",
                        .message = std::move(message),
                        .language = other.tag(),
                        .file = one.second->place.file,
                        .line = one.second->place.line});
  };
  for (auto& [file, missing] : files) {
    const auto line = [](const Missing& one) { return one.second->place.line; };
    if (missing.size() > most_told) {
      const auto first = *std::ranges::min_element(missing, {}, line);
      add(first, fmt::format("{} texts of {} are not translated into {} yet, the first is '{}'", missing.size(),
                             file.filename().string(), other.tag(), first.first));
      continue;
    }
    for (const auto& one : missing) {
      add(one,
          fmt::format("'{}' (\"{}\") is not translated into {}", one.first, one.second->forms.front(), other.tag()));
    }
  }
  return findings;
}

Findings check_translation(const device::Catalogue& english, const device::Catalogue& other) {
  auto findings = missing_texts(english, other);
  const auto add = [&](const char* rule, const device::FilePlace& place, std::string message) {
    findings.push_back(
        {.rule = rule, .message = std::move(message), .language = other.tag(), .file = place.file, .line = place.line});
  };
  for (const auto& [key, text] : english.own()) {
    const auto found = other.own().find(key);
    if (found == other.own().end()) continue;
    if (all_placeholders(found->second) != all_placeholders(text)) {
      add("wrong-placeholder", found->second.place,
          fmt::format("'{}' has other {{names}} than in English: \"{}\"", key, found->second.forms.front()));
    }
  }
  for (const auto& [key, text] : other.own()) {
    if (!english.own().contains(key)) {
      add("unused-text", text.place, fmt::format("'{}' (\"{}\") is not in English", key, text.forms.front()));
    }
  }
  return findings;
}

Findings check_letters(const device::Catalogue& words, const std::function<bool(char32_t)>& has) {
  Findings findings;
  std::set<char32_t> seen{U'\n', U'\t'};
  for (const auto& [key, text] : words.own()) {
    std::string all;
    for (const auto form : text.forms) all += form;
    std::string_view rest = all;
    while (!rest.empty()) {
      const auto letter = take_letter(rest);
      if (!seen.insert(letter).second || has(letter)) continue;
      findings.push_back(
          {.rule = "missing-glyph",
           .message = fmt::format("the font has no U+{:04X}, which '{}' needs", static_cast<unsigned>(letter), key),
           .language = words.tag(),
           .file = text.place.file,
           .line = text.place.line});
    }
  }
  return findings;
}

}  // namespace paneltwin::panel
