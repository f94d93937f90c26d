// Dialogs: a message in the middle of the glass, one or two buttons, the main one blue.
#pragma once

#include "panel/screens/stage.hpp"

namespace paneltwin::panel {

Screen dialog(Question question);
/// A message with OK.
Question message(const Context& context, std::string id, Question::Sign sign, std::string text);
/// What went wrong, from the failure table, with OK.
Question failure_message(const Context& context, const device::Failure& failure);
/// Why a job failed: its code, the problem and what to do about it.
Question job_failure_message(const Context& context, const device::Failure& failure);
/// For commands that may be refused: says why in a message.
Door::Answer say_when_refused();
/// Yes and No.
Question yes_or_no(const Context& context, std::string id, std::string text, std::function<void(const Context&)> yes);

}  // namespace paneltwin::panel
