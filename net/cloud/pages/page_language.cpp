#include "net/cloud/pages/page_language.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "net/pages/accept_language.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::string_view cookie = "__Host-cloud-language";

std::optional<std::string> chosen(const http::Request& request, const device::Texts& texts) {
  for (const auto name : {"lang", "ui_locales", "mkt"}) {
    auto wish = request.query_value(name);
    std::ranges::replace(wish, ' ', ',');  // ui_locales is a list with blanks
    if (auto tag = pages::accepted_language(wish, texts.tags())) return tag;
  }
  return std::nullopt;
}

}  // namespace

const device::Catalogue& page_language(const http::Request& request, const device::Texts& texts) {
  auto tag = chosen(request, texts);
  if (!tag) tag = pages::accepted_language(request.cookie(cookie), texts.tags());
  if (!tag) tag = pages::accepted_language(request.header("Accept-Language"), texts.tags());
  return texts.in(tag.value_or("en"));
}

void keep_language(const http::Request& request, const device::Texts& texts, http::Response& response) {
  if (request.query_value("lang").empty()) return;
  if (const auto tag = chosen(request, texts)) {
    response.header("Set-Cookie", fmt::format("{}={}; Path=/; Secure; HttpOnly; SameSite=Lax", cookie, *tag));
  }
}

}  // namespace paneltwin::net::cloud
