// HTTP as the pages see it: plain values, no sockets, no Beast.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paneltwin::net::http {

/// Names and values in the order they came; names compare without case in headers, with case elsewhere.
using Fields = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;  // "GET"
  std::string target;  // "/a/b?c=d", as sent
  std::string path;    // "/a/b", percent-decoded, without "." and ".." parts
  Fields query;        // decoded
  Fields headers;
  std::string body;
  std::string host;                             // the one Host line, with port
  std::string peer;                             // address of the client, without port
  bool secure = false;                          // came over TLS
  std::map<std::string, std::string> captures;  // filled by the router from {name} parts

  /// First header of that name, without case; empty when there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
  [[nodiscard]] std::string cookie(std::string_view name) const;
  /// First value, or empty.
  [[nodiscard]] std::string query_value(std::string_view name) const;
  /// The body as application/x-www-form-urlencoded; nothing when it is not that, or malformed.
  [[nodiscard]] std::optional<Fields> form() const;
  /// "https://host:port" that the client used.
  [[nodiscard]] std::string origin() const;
};

struct Response {
  int status = 200;
  Fields headers;  // Content-Length and Connection are the server's business
  std::string body;

  static Response html(std::string body, int status = 200);
  static Response json(std::string body, int status = 200);
  static Response text(std::string body, int status = 200);
  /// 303 to `location` (after a POST) unless another status is given.
  static Response redirect(std::string location, int status = 303);
  Response& header(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

/// First value of `name`, or nothing.
std::optional<std::string> value_of(const Fields& fields, std::string_view name);
/// Names and values in UTF-8; nothing when they are not.
std::optional<Fields> parse_form(std::string_view body);
std::string percent_encode(std::string_view text);
/// HTML text and attribute values.
std::string escape(std::string_view text);

/// Called once with the answer; on the loop. Not calling it (destroying it) answers 500.
using Respond = std::move_only_function<void(Response)>;
/// Runs on the loop. May keep `respond` and answer later.
using Handler = std::function<void(const Request&, Respond)>;

}  // namespace paneltwin::net::http
