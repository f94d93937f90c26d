#include "net/oauth/answer_fields.hpp"

#include <algorithm>
#include <charconv>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/url/parse.hpp>

namespace paneltwin::net::oauth {

namespace json = boost::json;
using std::chrono::seconds;

namespace {

constexpr seconds longest = std::chrono::days(366);
constexpr std::size_t token_limit = 64 << 10, line_limit = 300;

const json::string* string_in(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains({name.data(), name.size()});
  return value ? value->if_string() : nullptr;
}

}  // namespace

std::optional<json::object> object_in(std::string_view text) {
  json::error_code error;
  auto value = json::parse({text.data(), text.size()}, error);
  if (error || !value.is_object()) return std::nullopt;
  return std::move(value.get_object());
}

std::string text_of(const json::object& object, std::string_view name, std::size_t limit) {
  const auto* text = string_in(object, name);
  if (!text || text->size() > limit) return {};
  if (std::ranges::any_of(*text, [](unsigned char c) { return c < 0x20 || c == 0x7f; })) return {};
  return {text->data(), text->size()};
}

std::string token_of(const json::object& object, std::string_view name) {
  auto token = text_of(object, name, token_limit);
  const bool visible = std::ranges::all_of(token, [](unsigned char c) { return c > 0x20 && c < 0x7f; });
  return visible ? token : std::string();
}

std::optional<seconds> seconds_of(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains({name.data(), name.size()});
  if (!value) return std::nullopt;
  double number = -1;
  if (const auto* text = value->if_string()) {
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size()) return std::nullopt;
  } else if (value->is_number()) {
    number = value->to_number<double>();
  }
  if (!(number >= 0)) return std::nullopt;
  return std::min(seconds(static_cast<seconds::rep>(std::min(number, 1e9))), longest);
}

std::string address_of(const json::object& object, std::string_view name) {
  auto address = text_of(object, name, address_limit);
  const auto url = boost::urls::parse_uri(address);
  if (!url || url->host().empty() || (url->scheme() != "https" && url->scheme() != "http")) return {};
  return address;
}

std::string first_line_of(const json::object& object, std::string_view name) {
  const auto* text = string_in(object, name);
  if (!text) return {};
  std::string line;
  for (const char c : *text) {
    if (c == '\r' || c == '\n' || line.size() == line_limit) break;
    line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  }
  while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xc0) == 0x80) line.pop_back();
  return line;
}

}  // namespace paneltwin::net::oauth
