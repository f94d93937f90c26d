// Which language a page is in: the machine's own language cookie, else what the browser asks for, else the panel's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "device/text/catalogue.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::webconfig {

inline constexpr std::string_view language_cookie = "EPSON_COOKIE_LANG";

struct Language {
  int number = 0;  // value of SEL_LANGA
  std::string tag, name;
};

/// Those of the machine's languages that there are texts for, by number.
std::vector<Language> languages(const device::Texts& texts);
/// `panel_language` is the last resort.
const device::Catalogue& language_of(const http::Request& request, const device::Texts& texts,
                                     std::string_view panel_language);
/// The cookie's value for SEL_LANGA=`number`.
std::string language_cookie_value(int number);

}  // namespace paneltwin::net::webconfig
