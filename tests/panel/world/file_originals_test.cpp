#include "panel/world/file_originals.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "device/assets.hpp"
#include "tests/device/temporary_folder.hpp"

namespace paneltwin::panel {

using device::OriginalPlace;

namespace {

const std::filesystem::path originals = PANELTWIN_SOURCE_DIR "/assets/originals";

struct FileOriginalsTest : testing::Test {
  TemporaryFolder folder;
  FileOriginals sheets;

  std::filesystem::path file(const std::string& name, const std::string& content) {
    device::write_file(folder.path() / name, content);
    return folder.path() / name;
  }
};

TEST_F(FileOriginalsTest, nothing_lies_there_at_first) {
  EXPECT_FALSE(sheets.at(OriginalPlace::glass));
  EXPECT_EQ(sheets.scan(OriginalPlace::glass, 0, 200).error().kind, device::FailureKind::no_original);
}

TEST_F(FileOriginalsTest, a_pdf_is_scanned_at_its_own_size) {
  ASSERT_TRUE(sheets.lay(OriginalPlace::feeder, originals / "invoice.pdf"));
  EXPECT_EQ(sheets.at(OriginalPlace::feeder)->pages, 2);
  const auto page = sheets.scan(OriginalPlace::feeder, 1, 100);
  ASSERT_TRUE(page);
  EXPECT_NEAR(page->width, 827, 2);
  EXPECT_NEAR(page->height, 1169, 2);
  EXPECT_TRUE(std::ranges::any_of(page->rgb, [](auto channel) { return channel < 100; }))
      << "something is printed on it";
}

TEST_F(FileOriginalsTest, the_glass_takes_one_page) {
  ASSERT_TRUE(sheets.lay(OriginalPlace::glass, originals / "invoice.pdf"));
  EXPECT_EQ(sheets.at(OriginalPlace::glass)->pages, 1);
}

TEST_F(FileOriginalsTest, a_picture_keeps_the_size_that_its_resolution_says) {
  ASSERT_TRUE(sheets.lay(OriginalPlace::glass, originals / "receipt.png"));
  const auto page = sheets.scan(OriginalPlace::glass, 0, 300);
  ASSERT_TRUE(page);
  EXPECT_NEAR(page->width / 300.0 * 25.4, 80, 0.5);
}

TEST_F(FileOriginalsTest, a_jpeg_is_scanned) {
  ASSERT_TRUE(sheets.lay(OriginalPlace::glass, originals / "letter.jpg"));
  const auto page = sheets.scan(OriginalPlace::glass, 0, 200);
  ASSERT_TRUE(page);
  EXPECT_NEAR(page->width, 1654, 4);
}

TEST_F(FileOriginalsTest, a_file_cut_short_anywhere_is_refused_or_scanned_but_never_harms) {
  for (const auto* name : {"invoice.pdf", "letter.jpg", "receipt.png"}) {
    const auto whole = *device::read_file(originals / name);
    for (std::size_t size :
         {std::size_t{0}, std::size_t{3}, std::size_t{9}, std::size_t{40}, whole.size() / 3, whole.size() - 1}) {
      const auto laid = sheets.lay(OriginalPlace::glass, file("cut", whole.substr(0, size)));
      EXPECT_TRUE(laid || laid.error().detail.find("/cut") != std::string::npos) << "the file is named";
    }
  }
}

TEST_F(FileOriginalsTest, what_is_no_picture_is_refused_by_name_and_what_lay_there_stays) {
  ASSERT_TRUE(sheets.lay(OriginalPlace::glass, originals / "receipt.png"));
  const auto laid = sheets.lay(OriginalPlace::glass, file("notes.txt", "hello"));
  ASSERT_FALSE(laid);
  EXPECT_EQ(laid.error().kind, device::FailureKind::invalid_value);
  EXPECT_EQ(sheets.at(OriginalPlace::glass)->name, "receipt.png");
}

TEST_F(FileOriginalsTest, changes_are_told) {
  int told = 0;
  sheets.on_change([&] { ++told; });
  ASSERT_TRUE(sheets.lay(OriginalPlace::glass, originals / "receipt.png"));
  sheets.take_away(OriginalPlace::glass);
  sheets.take_away(OriginalPlace::glass);
  EXPECT_EQ(told, 2);
}

}  // namespace
}  // namespace paneltwin::panel
