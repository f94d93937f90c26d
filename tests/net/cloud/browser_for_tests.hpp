// A browser in front of the cloud's routes: cookies, forms and redirects, without sockets.
#pragma once

#include <future>
#include <map>
#include <regex>
#include <string>

#include "device/loop.hpp"
#include "net/http/router.hpp"

namespace paneltwin::net::cloud {

/// A browser with cookies, in front of the routes.
class Browser {
 public:
  Browser(http::Router& router, device::Loop& loop) : router_(router), loop_(loop) {}

  http::Response get(const std::string& target) { return send("GET", target, {}); }
  http::Response post(const std::string& target, const http::Fields& form) { return send("POST", target, form); }

  http::Response send(const std::string& method, const std::string& target, const http::Fields& form) {
    http::Request request{.method = method,
                          .target = target,
                          .path = target.substr(0, target.find('?')),
                          .host = "127.0.0.1:8444",
                          .peer = "192.0.2.9",
                          .secure = true};
    if (const auto query = target.find('?'); query != std::string::npos) {
      request.query = http::parse_form(target.substr(query + 1)).value_or(http::Fields{});
    }
    std::string cookies;
    for (const auto& [name, value] : cookies_) cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
    request.headers = {{"Cookie", cookies}, {"Accept-Language", language}, {"Accept", accept}};
    if (!authorization.empty()) request.headers.emplace_back("Authorization", authorization);
    if (method == "POST") {
      request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
      for (const auto& [name, value] : form) {
        request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
      }
    }
    std::promise<http::Response> promise;
    loop_.sync([&] { router_(request, [&](http::Response response) { promise.set_value(std::move(response)); }); });
    auto response = promise.get_future().get();
    for (const auto& [name, value] : response.headers) {
      if (name != "Set-Cookie") continue;
      const auto equals = value.find('=');
      cookies_[value.substr(0, equals)] = value.substr(equals + 1, value.find(';') - equals - 1);
    }
    return response;
  }

  /// Fills the page's one form in and follows where it leads.
  http::Response submit(const http::Response& page, http::Fields fields) {
    for (const auto* name : {"canary", "page"}) fields.emplace_back(name, field(page, name));
    const auto answer = post(match(page.body, "action=\"([^\"]+)\""), fields);
    const auto location = http::value_of(answer.headers, "Location").value_or("");
    return location.starts_with("/") ? get(location) : answer;
  }

  static std::string match(const std::string& text, const std::string& pattern) {
    std::smatch found;
    return std::regex_search(text, found, std::regex(pattern)) ? found[1].str() : "";
  }
  static std::string field(const http::Response& page, const std::string& name) {
    return match(page.body, "name=\"" + name + "\" value=\"([^\"]*)\"");
  }

  std::string language = "en-US,en;q=0.8", accept = "text/html", authorization;

 private:
  http::Router& router_;
  device::Loop& loop_;
  std::map<std::string, std::string> cookies_;
};

}  // namespace paneltwin::net::cloud
