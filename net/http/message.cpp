#include "net/http/message.hpp"

#include <algorithm>

#include <boost/url/encode.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include "device/settings/limits.hpp"
#include "device/text/ascii.hpp"

namespace paneltwin::net::http {

std::string_view Request::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (device::equal_without_case(key, name)) return value;
  }
  return {};
}

std::string Request::cookie(std::string_view name) const {
  for (std::string_view rest = header("Cookie"); !rest.empty();) {
    const auto end = rest.find(';');
    auto pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    if (const auto equals = pair.find('='); equals != std::string_view::npos && pair.substr(0, equals) == name)
      return std::string(pair.substr(equals + 1));
  }
  return {};
}

std::string Request::query_value(std::string_view name) const { return value_of(query, name).value_or(""); }

std::optional<Fields> Request::form() const {
  const auto type = header("Content-Type");
  if (!device::equal_without_case(type.substr(0, type.find(';')), "application/x-www-form-urlencoded"))
    return std::nullopt;
  return parse_form(body);
}

std::string Request::origin() const { return (secure ? "https://" : "http://") + host; }

static Response with_type(std::string body, int status, std::string type) {
  Response response{.status = status, .body = std::move(body)};
  response.header("Content-Type", std::move(type));
  return response;
}

Response Response::html(std::string body, int status) {
  return with_type(std::move(body), status, "text/html; charset=utf-8");
}
Response Response::json(std::string body, int status) {
  return with_type(std::move(body), status, "application/json; charset=utf-8");
}
Response Response::text(std::string body, int status) {
  return with_type(std::move(body), status, "text/plain; charset=utf-8");
}

Response Response::redirect(std::string location, int status) {
  Response response{.status = status};
  response.header("Location", std::move(location));
  return response;
}

std::optional<std::string> value_of(const Fields& fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &Fields::value_type::first);
  return found == fields.end() ? std::nullopt : std::optional(found->second);
}

static std::optional<std::string> decode(std::string_view text) {
  const auto decoded = boost::urls::make_pct_string_view({text.data(), text.size()});
  if (!decoded) return std::nullopt;
  boost::urls::encoding_opts options;
  options.space_as_plus = true;
  auto plain = decoded->decode(options);
  return device::is_utf8(plain) ? std::optional(std::move(plain)) : std::nullopt;
}

std::optional<Fields> parse_form(std::string_view body) {
  Fields fields;
  while (!body.empty()) {
    const auto pair = body.substr(0, body.find('&'));
    body.remove_prefix(std::min(pair.size() + 1, body.size()));
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    auto name = decode(pair.substr(0, equals));
    auto value = decode(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1));
    if (!name || !value) return std::nullopt;
    fields.emplace_back(std::move(*name), std::move(*value));
  }
  return fields;
}

std::string percent_encode(std::string_view text) {
  return boost::urls::encode({text.data(), text.size()}, boost::urls::unreserved_chars);
}

std::string escape(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

}  // namespace paneltwin::net::http
