#include <cstdlib>

#include <gtest/gtest.h>

#include "panel/automation/film.hpp"
#include "panel/automation/html_report.hpp"
#include "panel/automation/junit.hpp"
#include "panel/commands/play_flow.hpp"
#include "panel/render/offscreen.hpp"
#include "panel/render/png.hpp"
#include "tests/device/temporary_folder.hpp"

namespace paneltwin::panel {
namespace {

TEST(Evidence, tells_what_a_step_changed) {
  const auto found = differences(R"({"revision": 1, "a": {"b": "x", "c": [1, 2]}, "gone": true})",
                                 R"({"revision": 2, "a": {"b": "y", "c": [1, 3]}, "new/one": null})");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].pointer, "/a/b");
  EXPECT_EQ(found[0].after, "y");
  EXPECT_EQ(found[1].pointer, "/a/c/1");
  EXPECT_EQ(found[2].pointer, "/gone");
  EXPECT_EQ(found[3].pointer, "/new~1one");
}

std::vector<FilmFrame> two_frames() {
  const Picture red{4, 2, std::vector<std::uint8_t>(32, 200)}, dark{4, 2, std::vector<std::uint8_t>(32, 10)};
  return {{red, std::chrono::milliseconds(500)}, {dark, std::chrono::milliseconds(900)}};
}

TEST(Film, an_animated_png_is_a_png_with_all_its_frames) {
  const auto film = to_apng(two_frames());
  const auto first = from_png(film);
  ASSERT_TRUE(first) << "who knows no animation sees the first";
  EXPECT_EQ(first->rgba[0], 200);
  EXPECT_NE(film.find("acTL"), std::string::npos);
  EXPECT_NE(film.find("fdAT"), std::string::npos);
  EXPECT_EQ(to_apng({}), "");
}

/// A folder of programs that is all of PATH, as long as it lives.
struct OwnPath {
  TemporaryFolder folder;
  std::string before = std::getenv("PATH") ? std::getenv("PATH") : "";
  OwnPath() { ::setenv("PATH", folder.path().c_str(), 1); }
  ~OwnPath() { ::setenv("PATH", before.c_str(), 1); }
  OwnPath(const OwnPath&) = delete;
  OwnPath& operator=(const OwnPath&) = delete;
  void put(const std::string& name, const std::string& script) const {
    device::write_file(folder.path() / name, "#!/bin/sh\n" + script, 0700);
  }
};

TEST(Film, without_ffmpeg_it_is_an_animated_png) {
  const OwnPath path;
  const TemporaryFolder out;
  const auto film = write_film(out.path(), two_frames());
  ASSERT_TRUE(film) << film.error().detail;
  EXPECT_EQ(film->filename(), "film.png");
  EXPECT_TRUE(from_png(*device::read_file(*film)));
  EXPECT_FALSE(std::filesystem::exists(out.path() / "film")) << "the pictures in between are gone";
}

TEST(Film, through_ffmpeg_it_is_what_that_makes_of_the_pictures_in_their_times) {
  const OwnPath path;
  const TemporaryFolder out;
  const auto said = path.folder.path() / "said.txt";
  // Keeps what it was told, and the list that it was given; the last argument is the film.
  path.put("ffmpeg", "for last; do echo \"$last\"; done > " + said.string() +
                         "\nwhile read -r line; do echo \"$line\"; done < " + (out.path() / "film/list.txt").string() +
                         " >> " + said.string() + "\necho film > \"$last\"\n");
  const auto film = write_film(out.path(), two_frames());
  ASSERT_TRUE(film) << film.error().detail;
  EXPECT_EQ(*film, out.path() / "film.mp4");
  const auto words = device::read_file(said).value_or("");
  for (const auto* word : {"-nostdin\n", "-f\nconcat\n", "film/list.txt\n", "yuv420p\n", "-t\n1.400\n", "film.mp4\n"})
    EXPECT_NE(words.find(word), std::string::npos) << word << " in " << words;
  EXPECT_NE(
      words.find("ffconcat version 1.0\nfile '0.png'\nduration 0.500\nfile '1.png'\nduration 0.900\nfile '1.png'"),
      std::string::npos)
      << words;
  EXPECT_FALSE(std::filesystem::exists(out.path() / "film"));
  EXPECT_FALSE(std::filesystem::exists(out.path() / "film.png"));
}

TEST(Film, an_ffmpeg_that_fails_leaves_no_half_film) {
  const OwnPath path;
  const TemporaryFolder out;
  path.put("ffmpeg", "for last; do :; done\necho half > \"$last\"\nexit 1\n");
  const auto film = write_film(out.path(), two_frames());
  ASSERT_TRUE(film) << film.error().detail;
  EXPECT_EQ(film->filename(), "film.png");
  EXPECT_FALSE(std::filesystem::exists(out.path() / "film.mp4"));
}

/// Pictures may spell anything.
std::string without_pictures(std::string page) {
  constexpr std::string_view opening = "base64,";
  for (auto at = page.find(opening); at != std::string::npos; at = page.find(opening, at + opening.size())) {
    const auto first = at + opening.size();
    page.erase(first, page.find_first_of("\"')", first) - first);
  }
  return page;
}

/// A whole run with its evidence, in which tokens, passwords and codes went over the wires.
struct Run : testing::Test {
  TemporaryFolder folder;
  std::unique_ptr<OffscreenContext> context;
  PlayedFlow played;

  void SetUp() override {
    context = OffscreenContext::open().value();
    const auto file = folder.path() / "scan.yaml";
    device::write_file(file, R"(flow: Scan
scenario: signed-in
steps:
  - tap: scan
  - tap: scan-email
  - tap: recipient
  - type: maria.santos@contoso.example
  - key: Enter
  - tap: send
  - expect: {job: {result: completed}}
  - expect: {id: nowhere, within: 1s}
)");
    Options options;
    options.machine.assets = {std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"};
    options.machine.web_port = options.machine.web_tls_port = options.machine.cloud_port = options.machine.smtp_port =
        0;
    options.out = folder.path() / "out";
    SharedChromium chromium;
    auto one = play_flow(load_flows(file)->front(), options, chromium);
    ASSERT_TRUE(one) << one.error().message;
    played = std::move(*one);
  }
};

TEST_F(Run, is_told_whole_and_without_a_secret) {
  ASSERT_TRUE(played.result.broken);
  EXPECT_EQ(played.result.broken->line, 11);
  EXPECT_NE(played.trace.find("AUTH XOAUTH2 ***"), std::string::npos) << "the submission was listened to";
  EXPECT_EQ(played.trace.find("220 220"), std::string::npos) << "an answer is written as it came";
  EXPECT_NE(played.jobs.find("completed"), std::string::npos);
  EXPECT_NE(played.mails.find("maria.santos"), std::string::npos);
  const device::Assets assets({std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"});
  const auto texts = device::Texts::load(assets).value();
  const auto file = folder.path() / "report.html";
  ASSERT_TRUE(write_html_report(file, {played}, assets, texts.in("en")));
  ASSERT_TRUE(write_junit(folder.path() / "junit.xml", {played}));
  const auto whole = without_pictures(*device::read_file(file)) + *device::read_file(folder.path() / "junit.xml") +
                     played.trace + played.tree + played.state;
  EXPECT_NE(whole.find("class=\"touch\""), std::string::npos);
  EXPECT_EQ(whole.find("eyJ"), std::string::npos) << "a token";
  EXPECT_EQ(whole.find("http-equiv"), std::string::npos);
  for (const auto* leak : {"refresh_token=0", "Bearer e", "dXNlcj"}) EXPECT_EQ(whole.find(leak), std::string::npos);
}

}  // namespace
}  // namespace paneltwin::panel
