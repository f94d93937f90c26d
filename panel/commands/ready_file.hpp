// The file by which scripts learn that everything listens, and where.
#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "panel/machine.hpp"

namespace paneltwin::panel {

/// Before a start: takes away what a machine wrote that ran before, so that nobody who waits finds it. Failure: the
/// file is that of a machine which runs. Nothing to do for an empty path.
std::expected<void, StartError> clear_ready_file(const std::filesystem::path& file);

/// For its owner alone (0600: it holds passwords). Failure: it cannot be written. Nothing to do for an empty path.
std::expected<void, StartError> write_ready_file(const std::filesystem::path& file, const std::string& json);

}  // namespace paneltwin::panel
