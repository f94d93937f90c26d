#include "device/assets_watch.hpp"

#include <condition_variable>
#include <mutex>

#include <gtest/gtest.h>

#include "tests/device/temporary_folder.hpp"

namespace paneltwin::device {

namespace fs = std::filesystem;

class AssetsWatchTest : public testing::Test {
 protected:
  AssetsWatchTest() {
    fs::create_directory(folder.path() / "menus");
    auto started = AssetsWatch::start(Assets({folder.path()}), [this](std::set<fs::path> changed) {
      const std::lock_guard lock(mutex);
      seen.merge(changed);
      news.notify_all();
    });
    EXPECT_TRUE(started) << started.error().detail;
    if (started) watch = std::move(*started);
  }
  /// Waits until `name` was told; what else was told is forgotten.
  [[nodiscard]] bool told(const fs::path& name) {
    std::unique_lock lock(mutex);
    const bool came = news.wait_for(lock, std::chrono::seconds(60), [&] { return seen.contains(name); });
    seen.clear();
    return came;
  }

  TemporaryFolder folder;
  std::mutex mutex;
  std::condition_variable news;
  std::set<fs::path> seen;
  std::unique_ptr<AssetsWatch> watch;
};

TEST_F(AssetsWatchTest, tells_what_was_saved_moved_in_and_taken_away) {
  write_file(folder.path() / "menus/home.yaml", "menu: home\n");  // written beside and renamed, as editors do
  EXPECT_TRUE(told("menus/home.yaml"));
  {
    std::FILE* file = std::fopen((folder.path() / "menus/home.yaml").c_str(), "a");
    std::fputs("#\n", file);
    std::fclose(file);
  }
  EXPECT_TRUE(told("menus/home.yaml"));
  fs::remove(folder.path() / "menus/home.yaml");
  EXPECT_TRUE(told("menus/home.yaml"));
}

TEST_F(AssetsWatchTest, watches_folders_that_come_later) {
  fs::create_directory(folder.path() / "themes");
  EXPECT_TRUE(told("themes"));
  write_file(folder.path() / "themes/sea.yaml", "colours: {}\n");
  EXPECT_TRUE(told("themes/sea.yaml"));
}

TEST_F(AssetsWatchTest, ends_at_once) { watch.reset(); }

}  // namespace paneltwin::device
