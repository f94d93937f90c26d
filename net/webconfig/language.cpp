#include "net/webconfig/language.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include <fmt/format.h>

#include "net/pages/accept_language.hpp"

namespace paneltwin::net::webconfig {

namespace {

// In the order of the machine's language menu, whose numbers count from 1. Japanese is ours: machines made for Japan
// have a menu of their own.
constexpr std::array<std::string_view, 24> machine_languages{"en", "fr",    "it",    "de", "es", "pt", "nl", "ru",
                                                             "ko", "zh-TW", "zh-CN", "no", "sv", "fi", "pl", "cs",
                                                             "hu", "da",    "tr",    "el", "sk", "ro", "uk", "ja"};

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
  std::vector<std::string> tags;
  std::ranges::transform(offered, std::back_inserter(tags), &Language::tag);
  return texts.in(
      pages::accepted_language(request.header("Accept-Language"), tags).value_or(std::string(panel_language)));
}

std::string language_cookie_value(int number) { return fmt::format("lang_b&1/lang_a&{}", number); }

}  // namespace paneltwin::net::webconfig
