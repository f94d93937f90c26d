// A WebDriver session: a machine of its own, with a state folder, ports and a clock of its own, on a thread that owns
// its panel. What is asked of it from other threads is queued there.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "net/http/message.hpp"
#include "panel/automation/webdriver/capabilities.hpp"
#include "panel/automation/webdriver/desk.hpp"

namespace paneltwin::panel::webdriver {

class Session {
 public:
  /// What the machine says once it is there: its ready file's JSON.
  using Started = std::move_only_function<void(Outcome<std::string>)>;

  /// `control`: the address of this session's extensions, for the ready file. `started` is called once, on the
  /// session's thread, and `ended` once after it, as the last thing there, when the machine is gone and its folder
  /// removed.
  Session(SessionPlan plan, std::string control, Started started, std::function<void()> ended);
  /// Ends it and waits. Not on the session's thread.
  ~Session();

  /// Asks it to end. Any thread.
  void end();
  /// Commands are worked on one after the other. `reply` is called on the session's thread; when the session ends
  /// before, with no such session. Any thread.
  void run(Work work, std::move_only_function<void(Outcome<boost::json::value>)> reply);
  /// /paneltwin/… of its machine. Any thread; dropped, which answers 500, when it has ended.
  void extension(net::http::Request request, net::http::Respond respond);

  struct Impl;

 private:
  std::shared_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel::webdriver
