// device::PrintFiles: PDF, JPEG, TIFF and PNG that computers sent, as originals are read.
#pragma once

#include "device/ports/print_files.hpp"

namespace paneltwin::panel {

class PrintableFiles final : public device::PrintFiles {
 public:
  device::Result<int> pages(const std::filesystem::path& file) const override;
  device::Result<device::Image> page(const std::filesystem::path& file, int page, int dpi) const override;
};

}  // namespace paneltwin::panel
