// What the machine is doing, in words: for the home screen, Job/Status and progress.
#pragma once

#include <string>

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// The first error, what the first active job does, the first warning, or "Ready."
std::string machine_status(const Context& context);
/// The sign beside it.
struct StatusSign {
  char32_t icon;
  Colour colour;
};
StatusSign machine_sign(const Context& context, const Theme& theme);
std::string job_type(const Context& context, device::JobType type);
/// Three digits, as on the status menu.
std::string code_words(int code);
/// The code that its failure has on the status menu; 0: none.
int job_code(const device::Job& job);
/// The first of its destinations, and how many more there are.
std::string destination_words(const Context& context, const device::Job& job);
/// "2026-11-23 09:30", by the machine's clock and in the formats that are set.
std::string date_time_words(const Context& context, device::Instant at);
/// The same without the date when it is today's.
std::string short_time_words(const Context& context, device::Instant at);
/// Where the original lies, as the machine sees it.
std::string original_words(const Context& context);
/// Its phase while it is active, its result once it has ended.
std::string job_status(const Context& context, const device::Job& job);

}  // namespace paneltwin::panel
