// Port: what computers send, read page by page. panel/world implements it.
#pragma once

#include <filesystem>

#include "device/ports/originals.hpp"

namespace paneltwin::device {

class PrintFiles {
 public:
  virtual ~PrintFiles() = default;
  /// How many pages a file has, told apart by its first bytes. Worker. Failure: print_data_unreadable.
  virtual Result<int> pages(const std::filesystem::path& file) const = 0;
  /// One page of it, from 0. Worker; heavy. Same failure.
  virtual Result<Image> page(const std::filesystem::path& file, int page, int dpi) const = 0;
};

}  // namespace paneltwin::device
