#include "device/paper/page_writer.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "device/assets.hpp"
#include "device/paper/jpeg.hpp"
#include "device/paper/page_image.hpp"

namespace paneltwin::device {

namespace {

class JpegWriter final : public PageWriter {
 public:
  explicit JpegWriter(const WriterOptions& options) : options_(options) {}

  Result<void> add(const Image& image) override {
    const auto color = color_mode_for(image, options_.color) == ColorMode::color;
    const auto jpeg = encode_jpeg(image, color, options_.jpeg_quality);
    if (!jpeg) return std::unexpected(jpeg.error());
    const auto number = options_.single_page ? "" : fmt::format("_{:03}", ++pages_);
    const auto file = options_.file.string() + number + ".jpg";
    if (!write_file(file, *jpeg, 0600)) return fail(FailureKind::memory_full, file);
    return {};
  }

  Result<void> finish() override { return {}; }

 private:
  WriterOptions options_;
  int pages_ = 0;
};

/// A TIFF a page.
class SingleTiffWriter final : public PageWriter {
 public:
  explicit SingleTiffWriter(const WriterOptions& options) : options_(options) {}

  Result<void> add(const Image& image) override {
    auto one = options_;
    if (!one.single_page) one.file += fmt::format("_{:03}", ++pages_);
    const auto writer = make_tiff_writer(one);
    auto added = writer->add(image);
    return added ? writer->finish() : added;
  }

  Result<void> finish() override { return {}; }

 private:
  WriterOptions options_;
  int pages_ = 0;
};

}  // namespace

std::unique_ptr<PageWriter> make_page_writer(const WriterOptions& options) {
  switch (options.format) {
    case FileFormat::pdf:
    case FileFormat::pdf_a:
      return make_pdf_writer(options);
    case FileFormat::tiff_single:
      return std::make_unique<SingleTiffWriter>(options);
    case FileFormat::tiff_multi:
      return make_tiff_writer(options);
    case FileFormat::jpeg:
      break;
  }
  return std::make_unique<JpegWriter>(options);
}

static bool is_pdf(FileFormat format) { return format == FileFormat::pdf || format == FileFormat::pdf_a; }

std::string_view extension_of(FileFormat format) {
  return is_pdf(format) ? ".pdf" : format == FileFormat::jpeg ? ".jpg" : ".tif";
}

std::string_view media_type_of(FileFormat format) {
  return is_pdf(format) ? "application/pdf" : format == FileFormat::jpeg ? "image/jpeg" : "image/tiff";
}

Result<void> sync_to_disk(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) return fail(FailureKind::memory_full, fmt::format("{}: {}", file.string(), std::strerror(error)));
  return {};
}

}  // namespace paneltwin::device
