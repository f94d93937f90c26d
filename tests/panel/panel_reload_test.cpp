// What a designer saves shows on the running panel, and what is broken does not.
#include "tests/panel/clay_fixture.hpp"

namespace paneltwin::panel {

using PanelReload = ClayTest;

TEST_F(PanelReload, a_saved_menu_shows_where_the_user_is) {
  open_clay();
  tap("settings");
  tap("general-settings");
  const auto menu = built_in("menus/general-settings.yaml");
  save("menus/general-settings.yaml", changed(menu, "id: network-settings", "id: my-network"));
  EXPECT_EQ(panel->screen(), "general-settings");
  EXPECT_NE(node("my-network"), nullptr);
  EXPECT_EQ(node("network-settings"), nullptr);
  EXPECT_TRUE(panel->faults().empty());
  tap("back");
  EXPECT_EQ(panel->screen(), "settings");
}

TEST_F(PanelReload, a_saved_text_shows_in_the_next_frame) {
  open_clay();
  tap("settings");
  save("locales/mine.en.po", "msgid \"screen.mine\"\nmsgstr \"Mine\"\n");
  save("locales/panel.en.po",
       changed(built_in("locales/panel.en.po"), "msgstr \"General Settings\"", "msgstr \"Everything Else\""));
  EXPECT_EQ(the("general-settings").text, "Everything Else");
}

TEST_F(PanelReload, a_saved_theme_shows_and_the_screen_stays) {
  open_clay();
  tap("settings");
  const auto before = panel->glass().picture();
  save("themes/light.yaml", changed(built_in("themes/light.yaml"), "\"#F2F4F7\"", "\"#102030\""));
  EXPECT_EQ(panel->screen(), "settings");
  EXPECT_NE(panel->glass().picture(), before);
}

TEST_F(PanelReload, a_saved_model_opens_the_glass_anew_in_its_size) {
  open_clay();
  tap("settings");
  save("models/large.yaml",
       changed(built_in("models/large.yaml"), "width: 1024, height: 600", "width: 1280, height: 800"));
  EXPECT_EQ(panel->screen(), "settings");
  EXPECT_EQ(panel->glass().picture().width, 1280);
  EXPECT_EQ(panel->tree().rect.height, 800);
  tap("general-settings");
  EXPECT_EQ(panel->screen(), "general-settings");
}

TEST_F(PanelReload, an_information_screen_comes_and_goes) {
  open_clay();
  write("locales/mine.en.po", "msgid \"screen.mine\"\nmsgstr \"Mine\"\n");
  write("info/mine.yaml",
        "id: mine\ngroups:\n  - rows:\n      - {id: a, label: info.device_name, value: /basic/device_name}\n");
  write("menus/settings.yaml",
        built_in("menus/settings.yaml") + "  - {id: mine, text: screen.mine, icon: lan, opens: mine}\n");
  panel->reload(clay, {"locales/mine.en.po", "info/mine.yaml", "menus/settings.yaml"});
  settle();
  EXPECT_TRUE(panel->faults().empty());
  tap("settings");
  tap("mine");
  EXPECT_EQ(panel->screen(), "mine");
  std::filesystem::remove_all(mine.path() / "info");
  std::filesystem::remove_all(mine.path() / "menus");
  panel->reload(clay, {"info", "menus"});
  settle();
  EXPECT_EQ(panel->screen(), "settings");
  EXPECT_EQ(node("mine"), nullptr);
}

TEST_F(PanelReload, a_broken_edit_keeps_the_last_good_state_and_says_where) {
  open_clay();
  tap("settings");
  const auto before = panel->glass().picture();
  const auto broken = [&](const std::string& name, const std::string& content, int line) {
    save(name, content);
    EXPECT_EQ(panel->glass().picture(), before) << name;
    const auto faults = panel->faults();
    ASSERT_EQ(faults.size(), 1u) << name;
    EXPECT_EQ(faults[0].file, mine.path() / name);
    EXPECT_EQ(faults[0].line, line) << faults[0].str();
    EXPECT_GE(faults[0].column, 1) << faults[0].str();
    std::filesystem::remove(mine.path() / name);
    panel->reload(clay, {name});
    settle();
    EXPECT_TRUE(panel->faults().empty()) << name;
  };
  broken("menus/settings.yaml",
         "menu: settings\ntitle: screen.settings\nitems:\n  - {id: a, text: screen.settings, opens: nowhere}\n", 4);
  broken("themes/light.yaml", changed(built_in("themes/light.yaml"), "\"#F2F4F7\"", "pale"), 3);
  broken("themes/dark.yaml", "colours: 5\n", 1);
  broken("models/large.yaml", "id: large\nname: [\n", 3);
  broken("locales/mine.en.po", "msgid \"a\"\nmsgstr a\n", 2);
  broken("wallpapers/hills.yaml", changed(built_in("wallpapers/hills.yaml"), "text: wallpaper.hills", "text: no.such"),
         3);
  broken("help/40-paper.yaml", changed(built_in("help/40-paper.yaml"), "title: ", "title: no.such."), 2);
  broken("scenarios/mine.yaml", "e-mail: {method: pigeon}\n", 1);
}

TEST_F(PanelReload, an_open_dialog_reads_as_its_saved_file_says) {
  open_clay();
  press("PowerHeld");
  EXPECT_EQ(panel->screen(), "power-off");
  const float left = the("no").rect.x;
  EXPECT_LT(left, the("yes").rect.x);
  save("dialogs/power-off.yaml",
       "dialog: power-off\ntitle: screen.settings\nsign: error\nchoices:\n  - {id: \"yes\", text: button.ok}\n");
  EXPECT_TRUE(panel->faults().empty());
  EXPECT_LT(the("yes").rect.x, the("no").rect.x);
  EXPECT_EQ(the("yes").text, "OK");
  EXPECT_EQ(the("title").text, "Settings");
  tap("yes");
  EXPECT_NE(machine.last<device::command::PowerOff>(), nullptr);
}

TEST_F(PanelReload, another_look_keeps_the_screen) {
  open_clay();
  tap("settings");
  const float row = the("general-settings").rect.height;
  auto options = panel->options();
  options.model = load_model(clay, "compact").value();
  options.theme = "dark";
  ASSERT_TRUE(panel->look(clay, options));
  settle();
  EXPECT_EQ(panel->screen(), "settings");
  EXPECT_EQ(panel->glass().picture().width, 800);
  options.model = load_model(clay, "large").value();
  options.theme = "light";
  options.text_size = 1.3;
  ASSERT_TRUE(panel->look(clay, options));
  settle();
  EXPECT_EQ(the("general-settings").rect.height, row);
  options.theme = "no-such";
  EXPECT_FALSE(panel->look(clay, options));
  EXPECT_EQ(panel->options().theme, "light");
}

TEST_F(PanelReload, broken_sounds_are_told_with_their_line) {
  open_clay();
  const auto sounds = built_in("sounds.yaml");
  save("sounds.yaml", changed(sounds, "hertz: 2093", "herz: 2093"));
  ASSERT_EQ(panel->faults().size(), 1u);
  EXPECT_EQ(panel->faults()[0].line, 5);
  EXPECT_NE(panel->faults()[0].message.find("did you mean 'hertz'"), std::string::npos);
  save("sounds.yaml", changed(sounds, "pattern-2:", "pattern-3:"));
  EXPECT_NE(panel->faults().at(0).message.find("pattern-2"), std::string::npos);
  save("sounds.yaml", changed(sounds, "hertz: 2093", "hertz: 1000"));
  EXPECT_TRUE(panel->faults().empty());
}

}  // namespace paneltwin::panel
