#include "panel/world/original_file.hpp"

#include "device/assets.hpp"

namespace paneltwin::panel {

using device::FailureKind;

device::Result<std::unique_ptr<OriginalFile>> open_original(const std::filesystem::path& file) {
  auto content = device::read_file(file, original_size_limit);
  if (!content) return device::fail(FailureKind::not_found, file.string() + " cannot be read, or is larger than 64 MB");
  auto original = content->starts_with("%PDF-")         ? open_pdf_original(std::move(*content))
                  : content->starts_with("\x89PNG\r\n") ? open_png_original(*content)
                  : content->starts_with("\xff\xd8\xff")
                      ? open_jpeg_original(*content)
                      : device::fail(FailureKind::invalid_value, "is no PNG, JPEG or PDF");
  if (!original) return device::fail(original.error().kind, file.string() + ": " + original.error().detail);
  return original;
}

}  // namespace paneltwin::panel
