// Method and path to handler: "/jobs/{id}" captures one part, a trailing "/*" captures the rest as "*".
#pragma once

#include <string>
#include <vector>

#include "net/http/message.hpp"

namespace paneltwin::net::http {

class Router {
 public:
  void get(std::string pattern, Handler handler) { add("GET", std::move(pattern), std::move(handler)); }
  void post(std::string pattern, Handler handler) { add("POST", std::move(pattern), std::move(handler)); }
  void remove(std::string pattern, Handler handler) { add("DELETE", std::move(pattern), std::move(handler)); }
  void add(std::string method, std::string pattern, Handler handler);
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
