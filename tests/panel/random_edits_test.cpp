// 1,000 edits as a slip of the hand, an editor's crash or a malicious friend would make them: the panel goes on.
#include "tests/panel/clay_fixture.hpp"
#include "tests/vandal.hpp"

namespace paneltwin::panel {

using RandomEdits = ClayTest;

TEST_F(RandomEdits, neither_crash_the_panel_nor_lose_its_last_good_state) {
  open_clay("compact");
  std::vector<std::string> names;
  for (const auto* folder :
       {"menus", "info", "dialogs", "settings", "sheets", "themes", "models", "scenarios", "wallpapers", "help"}) {
    for (const auto& file : assets().list(folder, ".yaml"))
      names.push_back(std::string(folder) + "/" + file.filename().string());
  }
  for (const auto& file : assets().list("locales", ".po")) names.push_back("locales/" + file.filename().string());
  names.emplace_back("fonts.yaml");
  const auto good = panel->glass().picture();
  Vandal vandal;
  constexpr int edits = 1000;
  int refused = 0;
  for (int edit = 0; edit < edits; ++edit) {
    const auto& name = names[vandal.below(names.size())];
    write(name, vandal.spoil(built_in(name)));
    panel->reload(clay, {name});
    if (!panel->faults().empty()) {
      ++refused;
      for (const auto& fault : panel->faults()) EXPECT_FALSE(fault.message.empty());
    }
    if (edit % 10 == 0) settle();  // draws
    ASSERT_FALSE(panel->screen().empty());
    std::filesystem::remove(mine.path() / name);
    panel->reload(clay, {name});
    ASSERT_TRUE(panel->faults().empty()) << edit << " " << name << ": " << panel->faults()[0].str();
    if (edit % 10 == 0) {
      settle();
      ASSERT_EQ(panel->glass().picture(), good) << edit << " " << name;
    }
  }
  EXPECT_GT(refused, edits / 2);
}

}  // namespace paneltwin::panel
