// device::Originals from files: a PNG, JPEG or PDF laid on the glass (its first page) or into the feeder (all pages).
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "device/ports/originals.hpp"

namespace paneltwin::panel {

class FileOriginals final : public device::Originals {
 public:
  FileOriginals();
  ~FileOriginals() override;
  /// Opens and checks the file; failure: invalid_value (what is wrong with it), not_found. Any thread.
  device::Result<void> lay(device::OriginalPlace place, const std::filesystem::path& file);
  void take_away(device::OriginalPlace place);
  /// Called after each change (any thread); main posts command::OriginalsChanged.
  void on_change(std::function<void()> seen);

  std::optional<device::OriginalInfo> at(device::OriginalPlace place) const override;
  device::Result<device::Image> scan(device::OriginalPlace place, int page, int dpi) const override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
