// Scanned pages in files: paper size, resolution, colours and compression, read back by the formats' own libraries.
#include "device/paper/page_writer.hpp"

#include <cstdio>

#include <gmock/gmock.h>
#include <jpeglib.h>
#define POINTERHOLDER_TRANSITION 4  // as in finished_pdf.cpp
#include <qpdf/QPDF.hh>
#include <tiffio.h>

#include "device/assets.hpp"
#include "tests/device/fake_ports.hpp"
#include "tests/device/paper/pdf_facts.hpp"
#include "tests/device/temporary_folder.hpp"

namespace paneltwin::device {

using testing::HasSubstr;
using testing::Not;

class PageWriterTest : public testing::Test {
 protected:
  /// Writes `pages` of a look; gives the content of the file named `name`.
  std::string write(FileFormat format, ColorMode color, FakeOriginals::Look look, int dpi, int pages,
                    const std::string& name) {
    FakeOriginals originals;
    originals.lay(OriginalPlace::feeder, pages, look);
    const auto writer = make_page_writer({folder.path() / "SCAN", format, color, pages == 1, made});
    for (int page = 0; page < pages; ++page) {
      EXPECT_TRUE(writer->add(originals.scan(OriginalPlace::feeder, page, dpi).value()));
    }
    EXPECT_TRUE(writer->finish());
    return read_file(folder.path() / name).value_or("");
  }
  using Tiff = std::unique_ptr<TIFF, decltype(&TIFFClose)>;
  [[nodiscard]] Tiff tiff() const { return {TIFFOpen((folder.path() / "SCAN.tif").c_str(), "r"), &TIFFClose}; }
  template <class Number>
  static Number field(const Tiff& tiff, std::uint32_t tag) {
    Number value{};
    EXPECT_EQ(TIFFGetFieldDefaulted(tiff.get(), tag, &value), 1) << tag;
    return value;
  }

  const Instant made = *from_iso8601("2026-11-23T09:30:00Z");
  TemporaryFolder folder;
};

TEST_F(PageWriterTest, a_pdf_page_has_the_size_of_the_paper_whatever_the_resolution) {
  for (const int dpi : {200, 300}) {
    const auto pdf = write(FileFormat::pdf, ColorMode::automatic, FakeOriginals::Look::color, dpi, 1, "SCAN.pdf");
    EXPECT_THAT(pdf, testing::StartsWith("%PDF-"));
    EXPECT_EQ(page_size_mm(pdf), (std::pair{105, 148}));
    EXPECT_EQ(page_count(pdf), 1);
    EXPECT_THAT(pdf, HasSubstr("/DCTDecode"));
    EXPECT_THAT(pdf, HasSubstr("/Width " + std::to_string(dpi == 200 ? 827 : 1240)));
    EXPECT_THAT(pdf, HasSubstr("/DeviceRGB"));
  }
}

TEST_F(PageWriterTest, automatic_takes_gray_for_a_page_without_colour) {
  const auto pdf = write(FileFormat::pdf, ColorMode::automatic, FakeOriginals::Look::letter, 200, 1, "SCAN.pdf");
  EXPECT_THAT(pdf, HasSubstr("/DeviceGray"));
  EXPECT_THAT(pdf, HasSubstr("/DCTDecode"));
}

TEST_F(PageWriterTest, a_pdf_holds_every_page_and_black_and_white_in_one_bit_a_pixel) {
  const auto pdf = write(FileFormat::pdf, ColorMode::black_and_white, FakeOriginals::Look::letter, 200, 3, "SCAN.pdf");
  EXPECT_EQ(page_count(pdf), 3);
  EXPECT_THAT(pdf, HasSubstr("/BitsPerComponent 1"));
  EXPECT_THAT(pdf, Not(HasSubstr("/DCTDecode")));
  EXPECT_LT(pdf.size(), 20'000u);
}

TEST_F(PageWriterTest, the_same_pages_make_the_same_pdf) {
  const auto once = write(FileFormat::pdf, ColorMode::color, FakeOriginals::Look::color, 200, 2, "SCAN.pdf");
  EXPECT_EQ(write(FileFormat::pdf, ColorMode::color, FakeOriginals::Look::color, 200, 2, "SCAN.pdf"), once);
}

TEST_F(PageWriterTest, a_pdf_a_says_what_its_colours_mean_and_that_it_is_one) {
  const auto pdf = write(FileFormat::pdf_a, ColorMode::color, FakeOriginals::Look::color, 200, 2, "SCAN.pdf");
  EXPECT_EQ(page_count(pdf), 2);
  EXPECT_THAT(pdf, HasSubstr("<pdfaid:part>2</pdfaid:part>"));
  EXPECT_THAT(pdf, HasSubstr("/GTS_PDFA1"));
  EXPECT_THAT(pdf, HasSubstr("/ID ["));
  EXPECT_THAT(pdf, HasSubstr("/DCTDecode"));
  for (const auto* forbidden : {"/Interpolate true", "/Encrypt", "/Producer"})
    EXPECT_THAT(pdf, Not(HasSubstr(forbidden)));
  EXPECT_EQ(write(FileFormat::pdf_a, ColorMode::color, FakeOriginals::Look::color, 200, 2, "SCAN.pdf"), pdf);
}

TEST_F(PageWriterTest, a_pdf_opens_with_its_password_alone_and_is_changed_with_another) {
  FakeOriginals originals;
  originals.lay(OriginalPlace::feeder, 1, FakeOriginals::Look::letter);
  const auto writer = make_page_writer(
      {.file = folder.path() / "SCAN", .color = ColorMode::gray, .made = made, .pdf = {"open sesame", "let me edit"}});
  ASSERT_TRUE(writer->add(originals.scan(OriginalPlace::feeder, 0, 200).value()));
  ASSERT_TRUE(writer->finish());
  const auto file = (folder.path() / "SCAN.pdf").string();
  const auto opened = [&](const char* password) {
    QPDF pdf;
    pdf.processFile(file.c_str(), password);
    return std::pair{pdf.allowPrintHighRes(), pdf.ownerPasswordMatched()};
  };
  EXPECT_THROW(opened(""), std::exception);
  EXPECT_THROW(opened("wrong"), std::exception);
  EXPECT_EQ(opened("open sesame"), (std::pair{false, false}));
  EXPECT_TRUE(opened("let me edit").second);
}

TEST_F(PageWriterTest, single_tiffs_are_a_file_a_page) {
  write(FileFormat::tiff_single, ColorMode::gray, FakeOriginals::Look::letter, 200, 2, "SCAN_001.tif");
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "SCAN_002.tif"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "SCAN.tif"));
  write(FileFormat::tiff_single, ColorMode::gray, FakeOriginals::Look::letter, 200, 1, "SCAN.tif");
  ASSERT_TRUE(tiff());
  EXPECT_EQ(TIFFNumberOfDirectories(tiff().get()), 1);
}

TEST_F(PageWriterTest, a_jpeg_knows_its_resolution) {
  const auto jpeg = write(FileFormat::jpeg, ColorMode::gray, FakeOriginals::Look::color, 300, 1, "SCAN.jpg");
  jpeg_decompress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(jpeg.data()), jpeg.size());
  ASSERT_EQ(jpeg_read_header(&info, TRUE), JPEG_HEADER_OK);
  EXPECT_EQ(info.image_width, 1240u);
  EXPECT_EQ(info.image_height, 1748u);
  EXPECT_EQ(info.num_components, 1);
  EXPECT_EQ(info.density_unit, 1);
  EXPECT_EQ(info.X_density, 300);
  jpeg_destroy_decompress(&info);
}

TEST_F(PageWriterTest, a_tiff_holds_every_page_with_its_resolution_as_jpeg) {
  write(FileFormat::tiff_multi, ColorMode::color, FakeOriginals::Look::color, 200, 3, "SCAN.tif");
  const auto read = tiff();
  ASSERT_TRUE(read);
  EXPECT_EQ(TIFFNumberOfDirectories(read.get()), 3);
  EXPECT_EQ(field<std::uint32_t>(read, TIFFTAG_IMAGEWIDTH), 827u);
  EXPECT_EQ(field<std::uint32_t>(read, TIFFTAG_IMAGELENGTH), 1165u);
  EXPECT_EQ(field<float>(read, TIFFTAG_XRESOLUTION), 200.0f);
  EXPECT_EQ(field<std::uint16_t>(read, TIFFTAG_RESOLUTIONUNIT), RESUNIT_INCH);
  EXPECT_EQ(field<std::uint16_t>(read, TIFFTAG_COMPRESSION), COMPRESSION_JPEG);
  EXPECT_EQ(field<std::uint16_t>(read, TIFFTAG_SAMPLESPERPIXEL), 3);
}

TEST_F(PageWriterTest, a_tiff_in_black_and_white_is_group_4_with_the_right_pixels) {
  write(FileFormat::tiff_multi, ColorMode::black_and_white, FakeOriginals::Look::letter, 200, 1, "SCAN.tif");
  const auto read = tiff();
  ASSERT_TRUE(read);
  EXPECT_EQ(field<std::uint16_t>(read, TIFFTAG_COMPRESSION), COMPRESSION_CCITTFAX4);
  EXPECT_EQ(field<std::uint16_t>(read, TIFFTAG_PHOTOMETRIC), PHOTOMETRIC_MINISWHITE);
  std::vector<std::uint8_t> row(static_cast<std::size_t>(TIFFScanlineSize(read.get())));
  ASSERT_EQ(TIFFReadScanline(read.get(), row.data(), 0), 1);
  EXPECT_EQ(row.at(0), 0xFF);  // the dark bar at the top
  for (std::uint32_t y = 1; y < 500; ++y) ASSERT_EQ(TIFFReadScanline(read.get(), row.data(), y), 1);
  EXPECT_EQ(row.at(0), 0x00);
}

TEST_F(PageWriterTest, a_full_or_missing_disk_is_memory_full) {
  FakeOriginals originals;
  originals.lay(OriginalPlace::glass, 1);
  const auto image = originals.scan(OriginalPlace::glass, 0, 200).value();
  for (const auto format :
       {FileFormat::pdf, FileFormat::pdf_a, FileFormat::jpeg, FileFormat::tiff_single, FileFormat::tiff_multi}) {
    const auto writer = make_page_writer({folder.path() / "missing" / "SCAN", format, ColorMode::color, true, made});
    auto done = writer->add(image);
    if (done) done = writer->finish();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, FailureKind::memory_full);
    EXPECT_THAT(done.error().detail, HasSubstr("missing"));
  }
}

}  // namespace paneltwin::device
