#include "panel/commands/scratch_folder.hpp"

#include <string>
#include <system_error>

#include <stdlib.h>

namespace paneltwin::panel {

namespace fs = std::filesystem;

ScratchFolder::ScratchFolder() {
  auto pattern = (fs::temp_directory_path() / "paneltwin-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr)
    throw fs::filesystem_error("no folder for scratch", pattern, std::error_code(errno, std::generic_category()));
  path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace paneltwin::panel
