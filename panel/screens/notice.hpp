// The machine's own messages, one after another until each is closed.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

inline constexpr const char* notice_id = "notice";

/// There is a message later than `closed`, the id of the last one that was closed here.
bool has_notice(const device::State& state, std::int64_t closed);
/// The oldest of them. `closed` must outlive the sheet, which counts it up.
Screen notice_sheet(std::int64_t& closed);

}  // namespace paneltwin::panel
