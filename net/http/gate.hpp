// The strict gate before every router: it reads the raw header block and lets through only what cannot be read in two
// ways. Debian's Beast accepts more (xchunked, two Hosts, chunked in HTTP/1.0, obs-fold), and so answers smuggled
// requests.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/http/message.hpp"

namespace paneltwin::net::http {

struct Head {
  std::string method, target;
  Fields headers;
  std::string host;  // with port
  std::size_t content_length = 0;
  bool chunked = false;
  bool keep_alive = true;
  bool expects_continue = false;
};

struct Refusal {
  int status = 400;
  std::string reason;  // for logs and the body: names no secret
};

/// `block` is everything up to and with the empty line (CRLF CRLF). `hosts`: names allowed in Host, without port, lower
/// case.
std::expected<Head, Refusal> pass_gate(std::string_view block, const std::vector<std::string>& hosts);

/// Path part of an origin-form target: decoded, without "." and ".." parts; nothing when it cannot be one.
std::optional<std::string> clean_path(std::string_view target);

}  // namespace paneltwin::net::http
