// TIFF sheets: each directory is a page.
#include <cstring>
#include <mutex>

#include <tiffio.h>

#include "panel/world/decoded_picture.hpp"

namespace paneltwin::panel {

using device::FailureKind;

namespace {

using Tiff = std::unique_ptr<TIFF, decltype(&TIFFClose)>;

/// libtiff reads from memory as from a file.
struct Bytes {
  std::string content;
  toff_t at = 0;
};

tmsize_t read_bytes(thandle_t handle, void* out, tmsize_t count) {
  auto& bytes = *static_cast<Bytes*>(handle);
  const auto left = bytes.at < bytes.content.size() ? bytes.content.size() - bytes.at : 0;
  const auto much = std::min(static_cast<std::size_t>(count), left);
  std::memcpy(out, bytes.content.data() + bytes.at, much);
  bytes.at += much;
  return static_cast<tmsize_t>(much);
}
tmsize_t write_nothing(thandle_t, void*, tmsize_t) { return -1; }
toff_t seek_bytes(thandle_t handle, toff_t to, int whence) {
  auto& bytes = *static_cast<Bytes*>(handle);
  bytes.at = whence == SEEK_SET ? to : (whence == SEEK_CUR ? bytes.at : bytes.content.size()) + to;
  return bytes.at;
}
int close_nothing(thandle_t) { return 0; }
toff_t size_of_bytes(thandle_t handle) { return static_cast<Bytes*>(handle)->content.size(); }
int keep_quiet(TIFF*, void*, const char*, const char*, va_list) { return 1; }

Tiff open(Bytes& bytes) {
  const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> how(TIFFOpenOptionsAlloc(),
                                                                             &TIFFOpenOptionsFree);
  TIFFOpenOptionsSetErrorHandlerExtR(how.get(), keep_quiet, nullptr);
  TIFFOpenOptionsSetWarningHandlerExtR(how.get(), keep_quiet, nullptr);
  return {TIFFClientOpenExt("original", "r", &bytes, read_bytes, write_nothing, seek_bytes, close_nothing,
                            size_of_bytes, nullptr, nullptr, how.get()),
          &TIFFClose};
}

class TiffOriginal final : public OriginalFile {
 public:
  explicit TiffOriginal(std::string content) : bytes_{std::move(content)}, tiff_(open(bytes_)) {
    if (tiff_) pages_ = static_cast<int>(TIFFNumberOfDirectories(tiff_.get()));
  }

  [[nodiscard]] int pages() const override { return pages_; }

  device::Result<device::Image> scan(int page, int dpi) override {
    const std::lock_guard lock(mutex_);
    const auto picture = decode(page);
    if (!picture) return std::unexpected(picture.error());
    const auto sheet = sheet_of(*picture);
    if (!sheet) return std::unexpected(sheet.error());
    return (*sheet)->scan(0, dpi);
  }

 private:
  device::Result<Decoded> decode(int page) {
    std::uint32_t width = 0, height = 0;
    const bool there = page >= 0 && page < pages_ && TIFFSetDirectory(tiff_.get(), static_cast<tdir_t>(page)) == 1 &&
                       TIFFGetField(tiff_.get(), TIFFTAG_IMAGEWIDTH, &width) == 1 &&
                       TIFFGetField(tiff_.get(), TIFFTAG_IMAGELENGTH, &height) == 1;
    if (!there || width == 0 || height == 0 || height > picture_limit / width) {
      return device::fail(FailureKind::no_original, "page " + std::to_string(page + 1) + " cannot be read");
    }
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width) * height);
    if (TIFFReadRGBAImageOriented(tiff_.get(), width, height, pixels.data(), ORIENTATION_TOPLEFT, 0) != 1) {
      return device::fail(FailureKind::no_original, "page " + std::to_string(page + 1) + " is damaged");
    }
    Decoded picture{static_cast<int>(width), static_cast<int>(height), resolution(), {}};
    picture.rgb.reserve(pixels.size() * 3);
    for (const auto pixel : pixels) {
      picture.rgb.push_back(static_cast<std::uint8_t>(TIFFGetR(pixel)));
      picture.rgb.push_back(static_cast<std::uint8_t>(TIFFGetG(pixel)));
      picture.rgb.push_back(static_cast<std::uint8_t>(TIFFGetB(pixel)));
    }
    return picture;
  }

  double resolution() {
    float dots = 0;
    std::uint16_t unit = RESUNIT_INCH;
    if (TIFFGetField(tiff_.get(), TIFFTAG_XRESOLUTION, &dots) != 1) return 0;
    TIFFGetFieldDefaulted(tiff_.get(), TIFFTAG_RESOLUTIONUNIT, &unit);
    return unit == RESUNIT_CENTIMETER ? static_cast<double>(dots) * 2.54
           : unit == RESUNIT_INCH     ? static_cast<double>(dots)
                                      : 0;
  }

  std::mutex mutex_;  // one thread at a time
  Bytes bytes_;
  Tiff tiff_;
  int pages_ = 0;
};

}  // namespace

device::Result<std::unique_ptr<OriginalFile>> open_tiff_original(std::string content) {
  auto original = std::make_unique<TiffOriginal>(std::move(content));
  if (original->pages() < 1) return device::fail(FailureKind::invalid_value, "is damaged");
  return original;
}

}  // namespace paneltwin::panel
