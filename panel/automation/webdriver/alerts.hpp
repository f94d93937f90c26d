// The panel's dialogs as the standard's user prompts (W3C WebDriver 16).
//
// A dialog is made of nodes, so it is found, read and pressed like all else on the glass, and the alert commands answer
// for it too; nothing blocks. A session that asks for "paneltwin:dialogs": "prompts" has them as browsers have theirs:
// while one is open, other commands handle it first, as unhandledPromptBehavior says.
#pragma once

#include <boost/json/value.hpp>

#include "panel/automation/webdriver/desk.hpp"

namespace paneltwin::panel::webdriver {

/// "dismiss and notify", "ignore"; or an object of those by the prompt's type. Failure: invalid_argument.
Outcome<PromptHandling> read_prompt_handling(const boost::json::value& behaviour);

/// Does with an open dialog what the session wants done before a command. Failure: unexpected_alert_open.
Outcome<void> handle_prompts(Desk& desk);

}  // namespace paneltwin::panel::webdriver
