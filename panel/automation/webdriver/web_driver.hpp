// W3C WebDriver at the control port: /status, /session and all below it. Each session has a machine of its own.
#pragma once

#include <memory>
#include <string>

#include "device/loop.hpp"
#include "net/http/router.hpp"
#include "panel/automation/webdriver/capabilities.hpp"

namespace paneltwin::panel::webdriver {

class WebDriver {
 public:
  /// `loop` is that of the control port, whose address (without a slash at its end) `base` tells once it listens.
  WebDriver(device::Loop& loop, SessionPlan usual, std::function<std::string()> base);
  /// Ends all sessions, and waits for them. Any thread but the loop's and the sessions'.
  ~WebDriver();

  [[nodiscard]] static bool is_its(std::string_view path);
  /// Loop only.
  void operator()(const net::http::Request& request, net::http::Respond respond);

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel::webdriver
