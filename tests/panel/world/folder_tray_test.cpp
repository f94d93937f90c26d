#include "panel/world/folder_tray.hpp"

#include <gtest/gtest.h>

#include "tests/device/temporary_folder.hpp"

namespace paneltwin::panel {
namespace {

TEST(FolderTray, a_second_sheet_of_the_same_name_lies_beside_the_first) {
  const TemporaryFolder folder;
  FolderTray tray(folder.path());
  ASSERT_TRUE(tray.put("status.pdf", "%PDF-1"));
  ASSERT_TRUE(tray.put("status.pdf", "%PDF-2"));
  EXPECT_EQ(tray.sheets().size(), 2U);
  tray.empty();
  EXPECT_TRUE(tray.sheets().empty());
}

TEST(FolderTray, names_lead_nowhere_else) {
  const TemporaryFolder folder;
  FolderTray tray(folder.path());
  ASSERT_TRUE(tray.put("../out.pdf", "%PDF"));
  EXPECT_EQ(tray.sheets(), std::vector<std::string>{"out.pdf"});
  EXPECT_FALSE(tray.sheet("../out.pdf"));
  EXPECT_FALSE(tray.sheet("/etc/passwd"));
  EXPECT_TRUE(tray.sheet("out.pdf"));
}

TEST(FolderTray, a_folder_that_is_gone_is_told) {
  FolderTray tray("/nonexistent/tray");
  const auto put = tray.put("a.pdf", "%PDF");
  ASSERT_FALSE(put);
  EXPECT_EQ(put.error().kind, device::FailureKind::output_failed);
}

}  // namespace
}  // namespace paneltwin::panel
