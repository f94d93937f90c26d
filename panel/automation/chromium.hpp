// A Chromium of the user's own, without a window, talked to over a pipe in the words of the Chrome DevTools Protocol.
// One thread at a time.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include <boost/json/object.hpp>

#include "device/failure.hpp"

namespace paneltwin::panel {

class Chromium {
 public:
  using Event = std::function<void(const std::string& session, std::string_view method, const boost::json::object&)>;

  /// $CHROMIUM, or chromium, chromium-browser, google-chrome or chrome along PATH. Failure: not_found, when there is
  /// none; communication, when it does not answer.
  static device::Result<std::unique_ptr<Chromium>> start();
  ~Chromium();

  /// Sends one command to `session` (empty: the browser itself) and waits for its answer, ten seconds at most. Events
  /// that come meanwhile go to the listener. Failure: communication; invalid_value with Chromium's own words.
  device::Result<boost::json::object> call(std::string_view method, boost::json::object parameters = {},
                                           const std::string& session = {});
  /// Takes in what events come within `time`; sooner back when one did.
  void listen(std::chrono::milliseconds time);
  void on_event(Event event);

 private:
  struct Impl;
  explicit Chromium(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
