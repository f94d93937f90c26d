// A panel whose assets are in a designer's hands: files laid over the built-in ones, saved while it runs.
#pragma once

#include <set>

#include "tests/device/temporary_folder.hpp"
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class ClayTest : public PanelTest {
 protected:
  void open_clay(const std::string& model = "large") {
    PanelOptions options{.model = load_model(clay, model).value(), .theme = "light", .animate = false};
    auto opened = OperationPanel::open(machine.door(), clay_texts, clay, std::move(options));
    ASSERT_TRUE(opened) << opened.error().str();
    panel = std::move(*opened);
    settle();
  }
  static std::string built_in(const std::string& name) { return device::read_file(*assets().find(name)).value(); }
  static std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return text.replace(at, from.size(), to);
  }
  void write(const std::string& name, const std::string& content) {
    std::filesystem::create_directories((mine.path() / name).parent_path());
    ASSERT_TRUE(device::write_file(mine.path() / name, content));
  }
  /// Written, and told to the panel.
  void save(const std::string& name, const std::string& content) {
    write(name, content);
    panel->reload(clay, {name});
    settle();
  }

  TemporaryFolder mine;
  device::Assets clay{{mine.path(), std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"}};
  device::Texts clay_texts = device::Texts::load(clay).value();
};

}  // namespace paneltwin::panel
