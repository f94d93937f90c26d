// Method and path to handler: "/jobs/{id}" captures one part, a trailing "/*" captures the rest as "*".
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "net/http/message.hpp"

namespace paneltwin::net::http {

class Router {
 public:
  void get(std::string_view pattern, Handler handler) { add("GET", pattern, std::move(handler)); }
  void post(std::string_view pattern, Handler handler) { add("POST", pattern, std::move(handler)); }
  void remove(std::string_view pattern, Handler handler) { add("DELETE", pattern, std::move(handler)); }
  void add(std::string method, std::string_view pattern, Handler handler);
  /// Answers what no route takes, in place of plain 404 and 405; `allowed` are the methods that the path has, if any.
  void unmatched(std::function<Response(const Request&, const std::string& allowed)> answer) {
    unmatched_ = std::move(answer);
  }
  /// Method and pattern of each, as they were added.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> routes() const;
  /// Answers 404, 405 with Allow, HEAD from GET; otherwise hands on. A fixed part wins over a capture. Loop only.
  void operator()(const Request& request, Respond respond) const;

 private:
  struct Route {
    std::string method, pattern;
    std::vector<std::string> parts;
    Handler handler;
  };
  std::vector<Route> routes_;
  std::function<Response(const Request&, const std::string&)> unmatched_;
};

}  // namespace paneltwin::net::http
