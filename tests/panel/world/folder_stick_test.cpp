// A folder as a memory device.
#include "panel/world/folder_stick.hpp"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/device/temporary_folder.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;
using device::FailureKind;

class FolderStickTest : public testing::Test {
 protected:
  FolderStickTest() {
    fs::create_directories(stick_folder);
    std::ofstream(scan) << "%PDF-1.5";
  }
  TemporaryFolder folder;
  const fs::path stick_folder = folder.path() / "STICK", scan = folder.path() / "SCAN1.pdf";
  FolderStick stick;
};

TEST_F(FolderStickTest, is_there_once_plugged_and_lists_what_can_be_printed) {
  EXPECT_FALSE(stick.plugged());
  fs::copy_file(PANELTWIN_SOURCE_DIR "/assets/originals/invoice.pdf", stick_folder / "invoice.pdf");
  std::ofstream(stick_folder / "notes.txt") << "nothing to print";
  int changes = 0;
  stick.on_change([&] { ++changes; });
  ASSERT_TRUE(stick.plug(stick_folder));
  EXPECT_EQ(changes, 1);
  EXPECT_EQ(stick.plugged()->name, "STICK");
  EXPECT_EQ(stick.plugged()->files, std::vector<std::string>{"invoice.pdf"});
  EXPECT_EQ(stick.pages("invoice.pdf").value(), 2);
  EXPECT_GT(stick.page("invoice.pdf", 0, 72)->width, 500);
}

TEST_F(FolderStickTest, takes_scans_under_names_of_their_own) {
  ASSERT_TRUE(stick.plug(stick_folder));
  ASSERT_TRUE(stick.save({scan}));
  ASSERT_TRUE(stick.save({scan}));
  EXPECT_TRUE(fs::exists(stick_folder / "EPSCAN" / "SCAN1.pdf"));
  EXPECT_TRUE(fs::exists(stick_folder / "EPSCAN" / "SCAN1-2.pdf"));
}

TEST_F(FolderStickTest, each_cause_of_failure_is_told_apart) {
  EXPECT_EQ(stick.save({scan}).error().kind, FailureKind::memory_device_removed);
  ASSERT_TRUE(stick.plug(stick_folder, true));
  EXPECT_EQ(stick.save({scan}).error().kind, FailureKind::memory_device_protected);
  ASSERT_TRUE(stick.plug(stick_folder, false, {.space = 3}));
  EXPECT_EQ(stick.save({scan}).error().kind, FailureKind::memory_device_full);
  ASSERT_TRUE(stick.plug(stick_folder, false, {.largest = 3}));
  EXPECT_EQ(stick.save({scan}).error().kind, FailureKind::memory_device_image_large);
  fs::remove_all(stick_folder / "EPSCAN");
  std::ofstream(stick_folder / "EPSCAN") << "in the way";
  ASSERT_TRUE(stick.plug(stick_folder));
  EXPECT_EQ(stick.save({scan}).error().kind, FailureKind::memory_device_no_folder);
}

}  // namespace paneltwin::panel
