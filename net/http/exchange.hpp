// fetch() as a coroutine, for the dialogues inside net/.
#pragma once

#include <stop_token>
#include <string>

#include "net/connect/connection.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::http {

/// What a client sends.
struct Query {
  std::string method;
  std::string url;
  Fields headers;
  std::string body;
};

/// See fetch() in client.hpp. `wire` must live until then. Loop only.
Awaited<Response> exchange(const Wire& wire, Query query, std::stop_token stop);

}  // namespace paneltwin::net::http
