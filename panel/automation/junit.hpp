// JUnit XML, as build servers read it.
#pragma once

#include <filesystem>
#include <vector>

#include "panel/automation/evidence.hpp"

namespace paneltwin::panel {

/// False when the file cannot be written.
bool write_junit(const std::filesystem::path& file, const std::vector<PlayedFlow>& played);

}  // namespace paneltwin::panel
