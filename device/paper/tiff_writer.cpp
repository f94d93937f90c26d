// Multi-page TIFF from scanned pages: Group 4 in black and white, JPEG in colour and gray.
#include <cstdarg>
#include <cstdio>

#include <tiffio.h>

#include "device/paper/page_image.hpp"
#include "device/paper/page_writer.hpp"

namespace paneltwin::device {

namespace {

int keep_message(TIFF*, void* message, const char*, const char* format, va_list arguments) {
  char words[256];
  std::vsnprintf(words, sizeof words, format, arguments);
  *static_cast<std::string*>(message) = words;
  return 1;  // said; the library need not print it
}

class TiffWriter final : public PageWriter {
 public:
  explicit TiffWriter(const WriterOptions& options)
      : options_(options), file_(options.file.string() + ".tif"), tiff_(nullptr, &TIFFClose) {
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> how(TIFFOpenOptionsAlloc(),
                                                                               &TIFFOpenOptionsFree);
    TIFFOpenOptionsSetErrorHandlerExtR(how.get(), keep_message, &message_);
    TIFFOpenOptionsSetWarningHandlerExtR(how.get(), keep_message, &message_);
    tiff_.reset(TIFFOpenExt(file_.c_str(), "w", how.get()));
  }

  Result<void> add(const Image& image) override {
    if (!tiff_) return failed();
    const auto mode = color_mode_for(image, options_.color);
    TIFF* tiff = tiff_.get();
    TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_PAGE);
    TIFFSetField(tiff, TIFFTAG_PAGENUMBER, pages_++, 0);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, image.width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, image.height);
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, static_cast<double>(image.dpi));
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION,
                 static_cast<double>(image.vertical_dpi == 0 ? image.dpi : image.vertical_dpi));
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    bool good = false;
    if (mode == ColorMode::black_and_white) {
      good = write_bits(to_bits(image));
    } else if (mode == ColorMode::gray) {
      good = write_bytes(to_gray(image), image, 1);
    } else {
      good = write_bytes(image.rgb, image, 3);
    }
    if (!good || TIFFWriteDirectory(tiff) != 1) return failed();
    return {};
  }

  Result<void> finish() override {
    if (!tiff_) return failed();
    const bool flushed = TIFFFlush(tiff_.get()) == 1;
    tiff_.reset();
    return flushed ? sync_to_disk(file_) : failed();
  }

 private:
  bool write_bits(const Bits& bits) {
    TIFFSetField(tiff_.get(), TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff_.get(), TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff_.get(), TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff_.get(), TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff_.get(), TIFFTAG_ROWSPERSTRIP, bits.height);
    return write_rows(bits.rows, bits.stride());
  }

  bool write_bytes(const std::vector<std::uint8_t>& pixels, const Image& image, int channels) {
    TIFFSetField(tiff_.get(), TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff_.get(), TIFFTAG_SAMPLESPERPIXEL, channels);
    TIFFSetField(tiff_.get(), TIFFTAG_COMPRESSION, COMPRESSION_JPEG);
    TIFFSetField(tiff_.get(), TIFFTAG_JPEGQUALITY, options_.jpeg_quality);
    TIFFSetField(tiff_.get(), TIFFTAG_PHOTOMETRIC, channels == 3 ? PHOTOMETRIC_YCBCR : PHOTOMETRIC_MINISBLACK);
    if (channels == 3) TIFFSetField(tiff_.get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    TIFFSetField(tiff_.get(), TIFFTAG_ROWSPERSTRIP, 256);
    return write_rows(pixels, static_cast<std::size_t>(image.width) * static_cast<std::size_t>(channels));
  }

  bool write_rows(const std::vector<std::uint8_t>& pixels, std::size_t stride) {
    bool good = true;
    for (std::size_t row = 0; good && row < pixels.size() / stride; ++row) {
      auto* data = const_cast<std::uint8_t*>(&pixels[row * stride]);
      good = TIFFWriteScanline(tiff_.get(), data, static_cast<std::uint32_t>(row), 0) == 1;
    }
    return good;
  }

  [[nodiscard]] std::unexpected<Failure> failed() const {
    return fail(FailureKind::memory_full, file_.string() + ": " + message_);
  }

  WriterOptions options_;
  std::filesystem::path file_;
  std::string message_;  // the library's last words
  std::unique_ptr<TIFF, decltype(&TIFFClose)> tiff_;
  std::uint16_t pages_ = 0;
};

}  // namespace

std::unique_ptr<PageWriter> make_tiff_writer(const WriterOptions& options) {
  return std::make_unique<TiffWriter>(options);
}

}  // namespace paneltwin::device
