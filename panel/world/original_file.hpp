// One file that stands for sheets of paper: opened and checked once, scanned as often as wanted.
#pragma once

#include <filesystem>
#include <memory>

#include "device/ports/originals.hpp"

namespace paneltwin::panel {

/// Any thread; what one thread scans another waits for.
class OriginalFile {
 public:
  virtual ~OriginalFile() = default;
  [[nodiscard]] virtual int pages() const = 0;
  /// Page from 0, at `dpi` (50 to 1200), on white paper of the page's own size.
  virtual device::Result<device::Image> scan(int page, int dpi) = 0;
};

inline constexpr std::size_t original_size_limit = 64u << 20;  // bytes
inline constexpr double longest_sheet_mm = 450, shortest_sheet_mm = 20;

/// A PNG, JPEG, TIFF or PDF, told apart by its first bytes. Failures: not_found (cannot be read), invalid_value (what
/// is wrong with it).
device::Result<std::unique_ptr<OriginalFile>> open_original(const std::filesystem::path& file);

device::Result<std::unique_ptr<OriginalFile>> open_pdf_original(std::string content);
device::Result<std::unique_ptr<OriginalFile>> open_tiff_original(std::string content);
device::Result<std::unique_ptr<OriginalFile>> open_png_original(std::string_view content);
device::Result<std::unique_ptr<OriginalFile>> open_jpeg_original(std::string_view content);

}  // namespace paneltwin::panel
