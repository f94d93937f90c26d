// A font file mapped into memory once, whatever number of sizes is drawn from it.
#pragma once

#include <cstddef>
#include <expected>
#include <memory>

#include "panel/render/fonts.hpp"

namespace paneltwin::panel {

class FontFile {
 public:
  /// Failure: `source.not_there`, or that it cannot be read.
  static std::expected<FontFile, device::FileError> open(const FontSource& source);
  FontFile(FontFile&& other) noexcept;
  FontFile& operator=(FontFile&& other) noexcept;
  ~FontFile();

  [[nodiscard]] const unsigned char* data() const { return data_; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  FontFile(const unsigned char* data, std::size_t size) : data_(data), size_(size) {}
  const unsigned char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace paneltwin::panel
