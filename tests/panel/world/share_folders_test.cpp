// Folders of this computer as network folders, and each cause of failure.
#include "panel/world/share_folders.hpp"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/device/temporary_folder.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;
using device::FailureKind;
using device::FolderMode;

class ShareFoldersTest : public testing::Test {
 protected:
  ShareFoldersTest() { std::ofstream(scan) << "%PDF-1.5"; }
  void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }
  FailureKind failure(const std::string& location, const std::string& user = {}, const std::string& password = {}) {
    const auto saved = shares.save({FolderMode::smb, location, user, password}, {scan});
    return saved ? FailureKind::canceled : saved.error().kind;
  }

  TemporaryFolder folder;
  net::Faults faults;
  ShareFolders shares{folder.path() / "shares", faults};
  const fs::path scan = folder.path() / "SCAN1.pdf";
  const fs::path server = folder.path() / "shares" / "fileserver";
};

TEST_F(ShareFoldersTest, a_scan_is_saved_once) {
  EXPECT_TRUE(shares.save({FolderMode::smb, "\\\\fileserver\\scans", {}, {}}, {scan}));
  EXPECT_TRUE(fs::exists(server / "scans" / "SCAN1.pdf"));
  EXPECT_EQ(failure("\\\\fileserver\\scans"), FailureKind::folder_file_exists);
}

TEST_F(ShareFoldersTest, ftp_has_no_share) {
  fs::create_directories(folder.path() / "shares" / "ftp.example" / "in");
  EXPECT_TRUE(shares.save({FolderMode::ftp, "ftp.example/in", {}, {}}, {scan}));
}

TEST_F(ShareFoldersTest, each_cause_is_told_apart) {
  EXPECT_EQ(failure("\\\\nowhere\\scans"), FailureKind::folder_name);
  EXPECT_EQ(failure("\\\\fileserver\\other"), FailureKind::folder_missing);
  write(server / ".space", "3");
  EXPECT_EQ(failure("\\\\fileserver\\scans"), FailureKind::folder_full);
  fs::remove(server / ".space");
  write(server / ".largest", "3");
  EXPECT_EQ(failure("\\\\fileserver\\scans"), FailureKind::folder_image_large);
  fs::remove(server / ".largest");
  write(server / ".login", "scanner secret");
  EXPECT_EQ(failure("\\\\fileserver\\scans", "scanner", "wrong"), FailureKind::folder_authentication);
  EXPECT_EQ(failure("\\\\fileserver\\scans", "scanner", "secret"), FailureKind::canceled) << "saved";
  faults.dns = true;
  EXPECT_EQ(failure("\\\\fileserver\\scans"), FailureKind::folder_name);
  faults.network = true;
  EXPECT_EQ(failure("\\\\fileserver\\scans"), FailureKind::folder_communication);
}

}  // namespace paneltwin::panel
