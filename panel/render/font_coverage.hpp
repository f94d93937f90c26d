// Which letters a font file has, asked without drawing any.
#pragma once

#include <expected>
#include <memory>

#include "panel/render/fonts.hpp"

namespace paneltwin::panel {

class FontCoverage {
 public:
  /// Failure: the font is missing, or none.
  static std::expected<FontCoverage, device::FileError> open(const FontSource& source);
  FontCoverage(FontCoverage&&) noexcept;
  ~FontCoverage();

  [[nodiscard]] bool has(char32_t letter) const;

 private:
  struct Impl;
  explicit FontCoverage(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
