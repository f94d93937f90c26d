#include "panel/render/font_file.hpp"

#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace paneltwin::panel {

std::expected<FontFile, device::FileError> FontFile::open(const FontSource& source) {
  const int descriptor = ::open(source.file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat facts{};
  if (descriptor < 0 || ::fstat(descriptor, &facts) != 0 || facts.st_size == 0) {
    if (descriptor >= 0) ::close(descriptor);
    return std::unexpected(source.not_there);
  }
  const auto size = static_cast<std::size_t>(facts.st_size);
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  ::close(descriptor);
  if (data == MAP_FAILED) return std::unexpected(device::FileError{source.file, 0, 0, "the font cannot be read"});
  return FontFile(static_cast<const unsigned char*>(data), size);
}

FontFile::FontFile(FontFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

FontFile& FontFile::operator=(FontFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

FontFile::~FontFile() {
  if (data_) ::munmap(const_cast<unsigned char*>(data_), size_);
}

}  // namespace paneltwin::panel
