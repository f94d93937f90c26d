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

TEST(Film, an_animated_png_is_a_png_with_all_its_frames) {
  const Picture red{4, 2, std::vector<std::uint8_t>(32, 200)}, dark{4, 2, std::vector<std::uint8_t>(32, 10)};
  const auto film = to_apng({{red, std::chrono::milliseconds(500)}, {dark, std::chrono::milliseconds(900)}});
  const auto first = from_png(film);
  ASSERT_TRUE(first) << "who knows no animation sees the first";
  EXPECT_EQ(first->rgba[0], 200);
  EXPECT_NE(film.find("acTL"), std::string::npos);
  EXPECT_NE(film.find("fdAT"), std::string::npos);
  EXPECT_EQ(to_apng({}), "");
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
