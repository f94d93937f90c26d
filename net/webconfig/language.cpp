#include "net/webconfig/language.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace paneltwin::net::webconfig {

namespace {

// In the order of the machine's language menu, whose numbers count from 1.
constexpr std::array<std::string_view, 23> machine_languages{"en", "fr",    "it",    "de", "es", "pt", "nl", "ru",
                                                             "ko", "zh-TW", "zh-CN", "no", "sv", "fi", "pl", "cs",
                                                             "hu", "da",    "tr",    "el", "sk", "ro", "uk"};

bool is_relative(std::string_view tag, std::string_view asked) {
  const auto primary = [](std::string_view text) { return text.substr(0, text.find('-')); };
  return tag == asked || primary(tag) == primary(asked);
}

/// The first of the browser's languages that is there; browsers send them in the order of preference.
std::optional<std::string> accepted(std::string_view header, const std::vector<Language>& offered) {
  while (!header.empty()) {
    auto item = header.substr(0, header.find(','));
    header.remove_prefix(std::min(item.size() + 1, header.size()));
    item.remove_prefix(std::min(item.find_first_not_of(' '), item.size()));
    item = item.substr(0, item.find(';'));
    const auto exact = std::ranges::find(offered, item, &Language::tag);
    const auto found = exact != offered.end()
                           ? exact
                           : std::ranges::find_if(offered, [&](const auto& one) { return is_relative(one.tag, item); });
    if (found != offered.end()) return found->tag;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Language> languages(const device::Texts& texts) {
  const auto tags = texts.tags();
  std::vector<Language> offered;
  for (std::size_t i = 0; i < machine_languages.size(); ++i) {
    const auto tag = std::string(machine_languages[i]);
    if (!std::ranges::binary_search(tags, tag)) continue;
    offered.push_back({static_cast<int>(i) + 1, tag, std::string(texts.in(tag).text("language.name"))});
  }
  return offered;
}

const device::Catalogue& language_of(const http::Request& request, const device::Texts& texts,
                                     std::string_view panel_language) {
  const auto offered = languages(texts);
  const auto cookie = request.cookie(language_cookie);
  constexpr std::string_view mark = "lang_a&";
  if (const auto at = cookie.find(mark); at != std::string::npos) {
    int number = 0;
    std::from_chars(cookie.data() + at + mark.size(), cookie.data() + cookie.size(), number);
    const auto found = std::ranges::find(offered, number, &Language::number);
    if (found != offered.end()) return texts.in(found->tag);
  }
  return texts.in(accepted(request.header("Accept-Language"), offered).value_or(std::string(panel_language)));
}

std::string language_cookie_value(int number) { return fmt::format("lang_b&1/lang_a&{}", number); }

}  // namespace paneltwin::net::webconfig
