// What a session's commands work on, all of it the session's thread's.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>

#include <boost/json/object.hpp>

#include "net/http/message.hpp"
#include "panel/automation/webdriver/action_player.hpp"
#include "panel/automation/webdriver/known_elements.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel::webdriver {

/// Session timeouts (W3C WebDriver 9), in milliseconds of real time. Nothing here loads pages or runs scripts; those
/// two are kept as told.
struct Timeouts {
  std::optional<std::int64_t> script = 30'000;  // nothing: for ever
  std::int64_t page_load = 300'000, implicit = 0;
};

/// Failure: invalid_argument; nothing is changed then.
Outcome<Timeouts> read_timeouts(const boost::json::object& body, Timeouts before);
boost::json::object to_json(const Timeouts& timeouts);

/// The answer of an extension's address, when it comes; any thread.
using Extension = std::function<void(net::http::Request, net::http::Respond)>;

/// What is done with a dialog that is open when a command comes; the standard's own is to dismiss it and to say so.
struct PromptHandling {
  struct Way {
    bool leave = false;  // it stays open
    bool accept = false;
    bool notify = true;  // the command is answered with unexpected_alert_open
  };
  bool block = false;  // false: dialogs are nodes among others, and no command minds them
  Way alert, confirm;  // of one button, of several
};

struct Desk {
  Panel& panel;
  Extension extension;         // /paneltwin/… of the session's own machine
  std::function<void()> wake;  // any thread: what waits is asked again
  KnownElements known;
  InputState input;
  Editing editing;
  Timeouts timeouts;
  PromptHandling prompts;
  std::string font;  // the file that words are drawn with, without its ending
};

/// A command's arguments: the parts of its address, and its body.
struct Arguments {
  std::map<std::string, std::string> captures;
  boost::json::object body;
  [[nodiscard]] const std::string& element() const { return captures.at("element"); }
};

/// An outcome, or how long until the command wants to be asked again (after each frame it is anyhow).
using Progress = std::variant<Outcome<boost::json::value>, std::chrono::milliseconds>;
/// A command at work: asked until it has an outcome, while the panel draws in between.
using Work = std::move_only_function<Progress(Desk&)>;

}  // namespace paneltwin::panel::webdriver
