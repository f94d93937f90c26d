// Perform Actions (W3C WebDriver 15): what each input source does, tick by tick, read out of the request and checked
// whole before anything moves.
#pragma once

#include <chrono>
#include <string>
#include <variant>
#include <vector>

#include <boost/json/object.hpp>

#include "panel/automation/webdriver/error.hpp"

namespace paneltwin::panel::webdriver {

namespace action {
struct Pause {};
struct KeyDown {
  std::string key;
};
struct KeyUp {
  std::string key;
};
struct PointerDown {
  int button = 0;
};
struct PointerUp {
  int button = 0;
};
struct PointerCancel {};
/// Where something goes: from the glass's corner, from where the pointer is, or from the middle of an element.
struct Target {
  enum class From { viewport, pointer, element };
  From from = From::viewport;
  std::string element;
  double x = 0, y = 0;
};
struct PointerMove {
  Target to;
};
struct Scroll {
  Target at;
  double by_x = 0, by_y = 0;
};
}  // namespace action

struct Action {
  std::string source;
  std::chrono::milliseconds duration{0};
  std::variant<action::Pause, action::KeyDown, action::KeyUp, action::PointerDown, action::PointerUp,
               action::PointerCancel, action::PointerMove, action::Scroll>
      what;
};

/// What happens at once.
using Tick = std::vector<Action>;

/// Failure: invalid_argument.
Outcome<std::vector<Tick>> parse_actions(const boost::json::object& body);

}  // namespace paneltwin::panel::webdriver
