// Method and path to handler: "/jobs/{id}" captures one part, a trailing "/*" captures the rest as "*".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "net/http/message.hpp"

namespace paneltwin::net::http {

class Router {
 public:
  void get(std::string_view pattern, Handler handler) { add("GET", pattern, std::move(handler)); }
  void post(std::string_view pattern, Handler handler) { add("POST", pattern, std::move(handler)); }
  void remove(std::string_view pattern, Handler handler) { add("DELETE", pattern, std::move(handler)); }
  void add(std::string method, std::string_view pattern, Handler handler);
  /// Answers 404, 405 with Allow, HEAD from GET; otherwise hands on. A fixed part wins over a capture. Loop only.
  void operator()(const Request& request, Respond respond) const;

 private:
  struct Route {
    std::string method;
    std::vector<std::string> parts;
    Handler handler;
  };
  std::vector<Route> routes_;
};

}  // namespace paneltwin::net::http
