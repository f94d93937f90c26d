// What exec and posix_spawn take.
#pragma once

#include <string>
#include <vector>

namespace paneltwin::panel {

/// Points into `words`, and ends with null. The system leaves the words as they are, whatever its types say.
inline std::vector<char*> argument_list(const std::vector<std::string>& words) {
  std::vector<char*> list;
  list.reserve(words.size() + 1);
  for (const auto& word : words) list.push_back(const_cast<char*>(word.c_str()));
  list.push_back(nullptr);
  return list;
}

}  // namespace paneltwin::panel
