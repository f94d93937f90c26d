// Files: found in the first folder that has them, written whole or not at all.
#include "device/assets.hpp"

#include <gtest/gtest.h>

#include "tests/device/temporary_folder.hpp"

namespace paneltwin::device {

namespace fs = std::filesystem;

TEST(WriteFile, replaces_what_was_there) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "ready.json";
  EXPECT_TRUE(write_file(file, "old"));
  EXPECT_TRUE(write_file(file, "new", 0600));
  EXPECT_EQ(read_file(file), "new");
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(WriteFile, says_so_when_it_cannot_and_leaves_nothing_beside) {
  const TemporaryFolder folder;
  const auto taken = folder.path() / "taken";
  fs::create_directories(taken / "by a folder");
  EXPECT_FALSE(write_file(taken, "content"));
  EXPECT_FALSE(fs::exists(folder.path() / "taken.new"));
  EXPECT_TRUE(fs::is_directory(taken));
  EXPECT_FALSE(write_file(folder.path() / "nowhere" / "file", "content"));
}

}  // namespace paneltwin::device
