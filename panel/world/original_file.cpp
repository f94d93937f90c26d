#include "panel/world/original_file.hpp"

#include "device/assets.hpp"

namespace paneltwin::panel {

using device::FailureKind;

/// Told apart by the first bytes.
static device::Result<std::unique_ptr<OriginalFile>> open_by_kind(std::string content) {
  using namespace std::string_view_literals;
  if (content.starts_with("%PDF-")) return open_pdf_original(std::move(content));
  if (content.starts_with("\x89PNG\r\n")) return open_png_original(content);
  if (content.starts_with("\xff\xd8\xff")) return open_jpeg_original(content);
  if (content.starts_with("II*\0"sv) || content.starts_with("MM\0*"sv)) return open_tiff_original(std::move(content));
  return device::fail(FailureKind::invalid_value, "is no PNG, JPEG, TIFF or PDF");
}

device::Result<std::unique_ptr<OriginalFile>> open_original(const std::filesystem::path& file) {
  auto content = device::read_file(file, original_size_limit);
  if (!content) return device::fail(FailureKind::not_found, file.string() + " cannot be read, or is larger than 64 MB");
  auto original = open_by_kind(std::move(*content));
  if (!original) return device::fail(original.error().kind, file.string() + ": " + original.error().detail);
  return original;
}

}  // namespace paneltwin::panel
