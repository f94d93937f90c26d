// What the machine is doing, in words: for the home screen, Job/Status and progress.
#pragma once

#include <string>

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// "Ready.", what the first active job does, or the first error.
std::string machine_status(const Context& context);
std::string job_type(const Context& context, device::JobType type);
/// Three digits, as on the status menu.
std::string code_words(int code);
/// Its phase while it is active, its result once it has ended.
std::string job_status(const Context& context, const device::Job& job);

}  // namespace paneltwin::panel
