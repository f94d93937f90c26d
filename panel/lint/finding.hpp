// What lint found wrong, and where.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace paneltwin::panel {

struct Finding {
  std::string rule;  // stable, language-free: "clipped-text"
  std::string message;
  // On which glass; empty where it does not matter.
  std::string screen, node, model, language, theme;
  // In which file, when one is to blame; a line of 0 is unknown.
  std::filesystem::path file;
  int line = 0;
  bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

}  // namespace paneltwin::panel
