// Menus that people edit: each mistake is told with file and line.
#include "panel/screens/screens.hpp"
#include "tests/device/temporary_folder.hpp"
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class MenuFiles : public testing::Test {
 protected:
  /// The complaint about menus/scan.yaml with this content laid over the built-in one.
  std::string complaint_about(const std::string& content) {
    const auto built_in = std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets";
    EXPECT_TRUE(std::filesystem::create_directories(folder.path() / "menus") ||
                std::filesystem::exists(folder.path() / "menus"));
    EXPECT_TRUE(device::write_file(folder.path() / "menus/scan.yaml", content));
    const device::Assets assets({folder.path(), built_in});
    const auto texts = device::Texts::load(assets).value();
    const auto loaded = Screens::load(assets, texts.in("en"));
    return loaded ? std::string() : loaded.error().str();
  }

  TemporaryFolder folder;
};

TEST_F(MenuFiles, a_designers_own_menu_needs_no_line_of_code) {
  EXPECT_EQ(complaint_about("menu: scan\ntitle: screen.scan\nitems:\n"
                            "  - {id: mine, text: screen.status-sheet, opens: status-sheet}\n"),
            "");
}

TEST_F(MenuFiles, mistakes_name_the_line_and_what_may_have_been_meant) {
  const std::string head = "menu: scan\ntitle: screen.scan\nitems:\n";
  const struct {
    std::string content, complaint;
  } cases[] = {
      {head + "  - {id: a, text: screen.scan, opens: scan-emial}\n", "scan.yaml:4:39: no menu or screen 'scan-emial'"},
      {head + "  - {id: a, text: screen.scna, opens: scan-email}\n", "scan.yaml:4:19: no text 'screen.scna'"},
      {head + "  - {id: a, text: screen.scan, opens: scan-email, icon: emial}\n", "did you mean 'email'"},
      {head + "  - {id: a, text: screen.scan, opens: scan-email, colour: red}\n", "scan.yaml:4"},
      {head + "  - {text: screen.scan, opens: scan-email}\n", "'id' is missing"},
      {"menu: scan\ntitle: screen.scan\nitems: 3\n", "'items' must be a list"},
      {"menu: scan\ntitle: screen.scan\n", "'items' must be a list"},
      {head + "  - {id: a, text: screen.scan, opens: home, locked: perhaps}\n", "expected true or false"},
      {"menu: other\ntitle: screen.scan\nitems: []\n", "'menu' must be the file's name"},
      {"menu: scan\ntitle: [", "scan.yaml:"},
      {"", "scan.yaml"},
      {"- 1\n", "scan.yaml"},
      {head + "  - 7\n", "scan.yaml"},
      {head + "  - {id: [a], text: {b: c}, opens: scan-email}\n", "scan.yaml"},
      {std::string("\0\x01\xff", 3), "scan.yaml"},
  };
  for (const auto& [content, complaint] : cases) {
    EXPECT_NE(complaint_about(content).find(complaint), std::string::npos)
        << content << "\n-> " << complaint_about(content);
  }
}

}  // namespace paneltwin::panel
