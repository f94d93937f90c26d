// What a New Session asks for (W3C WebDriver 7 and 8.1): checked, merged and matched; ours are paneltwin:model,
// :language, :scenario, :theme, :clock and :idleTimeout.
#pragma once

#include <chrono>
#include <optional>

#include <boost/json/object.hpp>

#include "panel/automation/clock_step.hpp"
#include "panel/automation/webdriver/desk.hpp"
#include "panel/machine.hpp"

namespace paneltwin::panel::webdriver {

/// What a session starts with.
struct SessionPlan {
  MachineOptions machine;
  std::string theme = "light";
  std::optional<ClockStep> clock;
  std::chrono::seconds idle_limit{600};  // real time without a command; zero: none
  Timeouts timeouts;
  PromptHandling prompts;
  boost::json::value prompt_behaviour = "dismiss and notify";  // as it was asked for
};

/// `usual` is what goes for what the request leaves open. Failures: invalid_argument for what is malformed,
/// session_not_created when nothing of it can be had here.
Outcome<SessionPlan> plan_session(const boost::json::object& body, const SessionPlan& usual);

/// The capabilities that the session has in fact.
boost::json::object to_capabilities(const SessionPlan& plan);

}  // namespace paneltwin::panel::webdriver
