// Writes scanned pages into files, one after another, so that only one page is in memory at a time.
#pragma once

#include <filesystem>
#include <memory>

#include "device/clock.hpp"
#include "device/jobs/scan_request.hpp"
#include "device/paper/jpeg.hpp"
#include "device/ports/originals.hpp"

namespace paneltwin::device {

/// Worker only. Failure: memory_full, where a file cannot be written.
class PageWriter {
 public:
  virtual ~PageWriter() = default;
  /// `image` is whole.
  virtual Result<void> add(const Image& image) = 0;
  /// The files are on the disk when it returns.
  virtual Result<void> finish() = 0;
};

/// `file` is without extension: ".pdf", ".tif", ".jpg" (JPEG and single TIFF, a file a page: "_001.jpg" and so on) is
/// added.
struct WriterOptions {
  std::filesystem::path file;
  FileFormat format = FileFormat::pdf;
  ColorMode color = ColorMode::automatic;
  bool single_page = false;  // no numbers in the names
  Instant made{};
  int jpeg_quality = standard_jpeg_quality;
  PdfPasswords pdf{};  // not of PDF/A
};
std::unique_ptr<PageWriter> make_page_writer(const WriterOptions& options);

/// ".pdf" and so on.
std::string_view extension_of(FileFormat format);
/// "application/pdf" and so on.
std::string_view media_type_of(FileFormat format);

/// fsync. Failure: memory_full.
Result<void> sync_to_disk(const std::filesystem::path& file);

std::unique_ptr<PageWriter> make_pdf_writer(const WriterOptions& options);
std::unique_ptr<PageWriter> make_tiff_writer(const WriterOptions& options);

}  // namespace paneltwin::device
