// JUnit XML, as build servers read it.
#pragma once

#include <filesystem>
#include <vector>

#include "panel/automation/flow_player.hpp"

namespace paneltwin::panel {

struct PlayedFlow {
  std::filesystem::path file;
  std::string name;
  FlowResult result;
};

/// False when the file cannot be written.
bool write_junit(const std::filesystem::path& file, const std::vector<PlayedFlow>& played);

}  // namespace paneltwin::panel
