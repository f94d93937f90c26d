#include "net/http/client.hpp"

#include <charconv>

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/url/parse.hpp>

#include "net/http/exchange.hpp"

namespace paneltwin::net::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using device::FailureKind;
using device::Result;

namespace {

constexpr std::uint64_t body_limit = 1 << 20;
constexpr std::uint32_t header_limit = 64 << 10;
constexpr int interim_limit = 8;  // answers of status 1xx before the real one

struct Place {
  bool secure = false;
  std::string host, authority, target;
  std::uint16_t port = 0;
};

Result<Place> read_url(const std::string& url) {
  const auto parsed = boost::urls::parse_uri(url);
  const auto wrong = [&] { return device::fail(FailureKind::unsupported_protocol, "not an http address: " + url); };
  if (!parsed || parsed->host().empty() || parsed->has_userinfo()) return wrong();
  Place place;
  place.secure = parsed->scheme() == "https";
  if (!place.secure && parsed->scheme() != "http") return wrong();
  place.port = place.secure ? 443 : 80;
  if (const auto text = parsed->port(); !text.empty()) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), place.port);
    if (error != std::errc() || end != text.data() + text.size() || place.port == 0) return wrong();
  }
  place.host = parsed->host_address();
  const auto authority = parsed->encoded_host_and_port();
  place.authority.assign(authority.data(), authority.size());
  const auto target = parsed->encoded_target();
  place.target.assign(target.data(), target.size());
  if (!place.target.starts_with('/')) place.target.insert(0, "/");
  return place;
}

std::string write_request(const Query& query, const Place& place) {
  std::string text = query.method + " " + place.target + " HTTP/1.1\r\nHost: " + place.authority + "\r\n";
  const auto breaks = [](std::string_view part) { return part.find_first_of("\r\n") != std::string_view::npos; };
  for (const auto& [name, value] : query.headers) {
    if (!breaks(name) && !breaks(value)) text.append(name).append(": ").append(value).append("\r\n");
  }
  text += "User-Agent: PanelTwin\r\nConnection: close\r\n";
  if (!query.body.empty() || query.method == "POST")
    text += "Content-Length: " + std::to_string(query.body.size()) + "\r\n";
  return text + "\r\n" + query.body;
}

/// An answer as who listens in reads it.
std::string as_text(const Response& response) {
  std::string text = "HTTP/1.1 " + std::to_string(response.status) + "\r\n";
  for (const auto& [name, value] : response.headers) text.append(name).append(": ").append(value).append("\r\n");
  return text + "\r\n" + response.body;
}

using Parser = beast::http::response_parser<beast::http::string_body>;

device::Failure senseless(const beast::error_code& error) {
  if (error == beast::http::error::partial_message || error == beast::http::error::end_of_stream)
    return {FailureKind::communication, "the answer was cut short"};
  if (error == beast::http::error::body_limit || error == beast::http::error::header_limit)
    return {FailureKind::unsupported_protocol, "the answer is too large"};
  return {FailureKind::unsupported_protocol, "the answer is not HTTP: " + error.message()};
}

/// Feeds `parser` until the answer is whole; `unread` is what came and was not yet parsed.
Awaited<void> read_answer(Connection& connection, Parser& parser, std::string& unread) {
  while (!parser.is_done()) {
    beast::error_code error;
    while (!unread.empty() && !parser.is_done()) {
      unread.erase(0, parser.put(asio::buffer(unread), error));
      if (error) break;
    }
    if (error && error != beast::http::error::need_more) co_return std::unexpected(senseless(error));
    if (parser.is_done()) break;
    if (unread.size() > header_limit)
      co_return device::fail(FailureKind::unsupported_protocol, "the answer is too large");
    auto bytes = co_await connection.read();
    if (!bytes) co_return std::unexpected(bytes.error());
    if (!bytes->empty()) {
      unread += *bytes;
      continue;
    }
    error = {};
    if (parser.got_some()) parser.put_eof(error);
    if (error || !parser.is_done()) co_return std::unexpected(senseless(beast::http::error::partial_message));
  }
  co_return Result<void>();
}

/// Connects, through the proxy when one is set: it is asked for a tunnel (RFC 9110, 9.3.6).
Awaited<void> reach_out(Connection& connection, const Wire& wire, const Place& place) {
  const auto reach = wire.reach();
  if (reach.proxy_host.empty() || !place.secure) co_return co_await connection.open(place.host, place.port);
  if (auto open = co_await connection.open(reach.proxy_host, reach.proxy_port); !open) co_return open;
  const auto target = place.host + ":" + std::to_string(place.port);
  const auto wish = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n";
  if (auto sent = co_await connection.write(wish); !sent) co_return sent;
  Parser parser;
  parser.skip(true);  // what follows belongs to the tunnel
  std::string unread;
  if (auto read = co_await read_answer(connection, parser, unread); !read) co_return read;
  const auto status = parser.get().result_int();
  if (status / 100 != 2) {
    co_return device::fail(FailureKind::communication, "the proxy server answers " + std::to_string(status));
  }
  connection.goes_on_to(place.host);
  co_return Result<void>();
}

}  // namespace

Awaited<Response> exchange(const Wire& wire, Query query, std::stop_token stop) {
  const auto place = read_url(query.url);
  if (!place) co_return std::unexpected(place.error());
  Connection connection(wire, stop);
  if (auto open = co_await reach_out(connection, wire, *place); !open) co_return std::unexpected(open.error());
  if (place->secure) {
    if (auto secure = co_await connection.secure(); !secure) co_return std::unexpected(secure.error());
  }
  const auto request = write_request(query, *place);
  // A server may refuse a request before it has read all of it: what it says counts more than the broken write.
  connection.tell(true, request);
  const auto sent = co_await connection.write(request);
  std::string unread;
  for (int i = 0; i < interim_limit; ++i) {
    Parser parser;
    parser.eager(true);
    parser.body_limit(body_limit);
    parser.header_limit(header_limit);
    if (query.method == "HEAD") parser.skip(true);
    if (auto read = co_await read_answer(connection, parser, unread); !read) {
      if (!sent) co_return std::unexpected(sent.error());
      co_return std::unexpected(read.error());
    }
    auto message = parser.release();
    if (message.result_int() < 200) continue;
    Response response{.status = static_cast<int>(message.result_int())};
    for (const auto& field : message) response.header(field.name_string(), field.value());
    response.body = std::move(message.body());
    connection.tell(false, as_text(response));
    co_return response;
  }
  co_return device::fail(FailureKind::unsupported_protocol, "no final answer");
}

void fetch(Wire& wire, std::string method, std::string url, Fields headers, std::string body, std::stop_token stop,
           std::move_only_function<void(Result<Response>)> done) {
  const auto run = [](Wire& way, Query query, std::stop_token stop_request,
                      std::move_only_function<void(Result<Response>)> tell) -> asio::awaitable<void> {
    co_await asio::post(asio::use_awaitable);
    tell(co_await exchange(way, std::move(query), std::move(stop_request)));
  };
  Query query{std::move(method), std::move(url), std::move(headers), std::move(body)};
  asio::co_spawn(wire.loop.io(), run(wire, std::move(query), std::move(stop), std::move(done)), asio::detached);
}

}  // namespace paneltwin::net::http
