// The on-screen keyboard.
#include "panel/ui/text_edit.hpp"
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class OnScreenKeyboard : public PanelTest {
 protected:
  void open_at(const char* sheet, bool animate = false) {
    open("compact", animate);
    ASSERT_TRUE(panel->open_screen(sheet));
    settle();
  }
  std::string text() { return the("input").value; }
};

TEST_F(OnScreenKeyboard, types_what_its_keys_say) {
  open_at("subject-entry");
  tap("key-shift");
  for (const auto* key : {"key-h", "key-i", "key-space", "key-symbols", "key-1", "key-shift", "key-{"}) tap(key);
  EXPECT_EQ(text(), "Hi 1{");
}

TEST_F(OnScreenKeyboard, caps_stay_until_shift_is_tapped_again) {
  open_at("subject-entry");
  tap("key-shift");
  tap("key-shift");
  tap("key-a");
  tap("key-b");
  tap("key-shift");
  tap("key-c");
  EXPECT_EQ(text(), "ABc");
}

TEST_F(OnScreenKeyboard, follows_the_keyboard_setting) {
  machine.state.basic.keyboard = "azerty";
  machine.publish();
  open_at("subject-entry");
  EXPECT_LT(the("key-a").rect.y, the("key-q").rect.y);
  machine.state.basic.keyboard = "qwertz";
  publish();
  EXPECT_LT(the("key-z").rect.y, the("key-y").rect.y);
}

TEST_F(OnScreenKeyboard, the_hosts_keys_type_and_edit_too) {
  open_at("scan-email-settings");
  tap("subject");
  type("Akte");
  press("ArrowLeft");
  type("任务");
  press("Backspace");
  EXPECT_EQ(text(), "Akt任e");
  press("Delete");
  EXPECT_EQ(text(), "Akt任");
  press("Enter");
  EXPECT_EQ(the("subject").value, "Akt任");
}

TEST_F(OnScreenKeyboard, counts_letters_and_takes_no_more_than_fit) {
  open_at("administrator-log-in");
  type("123456789012345678901234");
  EXPECT_NE(node("20/20"), nullptr);
}

TEST_F(OnScreenKeyboard, the_last_letter_of_a_password_shows_for_a_moment) {
  open_at("administrator-log-in", true);
  panel->input(TextInput{"x"});
  panel->frame(now);
  const auto shown = panel->glass().picture();
  now += Milliseconds(2 * 2 * 530);  // the caret is where it was in its blinking
  panel->frame(now);
  EXPECT_FALSE(panel->glass().picture() == shown);
  panel->input(KeyPress{"Backspace"});
  panel->frame(now);
  EXPECT_EQ(text(), "");
}

TEST_F(OnScreenKeyboard, every_key_is_as_large_as_a_finger) {
  for (const auto* model : {"large", "compact"}) {
    open(model);
    ASSERT_TRUE(panel->open_screen("recipient-entry"));
    settle();
    const auto mm = static_cast<float>(panel->model().pixels_per_mm());
    for (const auto* key : {"key-q", "key-shift", "key-backspace", "key-@", "ok", "cancel"}) {
      EXPECT_GE(the(key).rect.height, 8.9f * mm) << model << ' ' << key;
      EXPECT_GE(the(key).rect.width, 8.9f * mm) << model << ' ' << key;
    }
  }
}

TEST(TextEdit, moves_and_erases_by_letters_not_bytes) {
  TextEdit edit("任a务");
  edit.left();
  edit.backspace();
  EXPECT_EQ(edit.text(), "任务");
  edit.left();
  edit.erase();
  EXPECT_EQ(edit.text(), "务");
  EXPECT_EQ(edit.letters(), 1U);
}

TEST(TextEdit, leaves_out_control_characters_and_what_does_not_fit) {
  TextEdit edit({}, 3);
  EXPECT_TRUE(edit.insert("a\n\tb"));
  EXPECT_EQ(edit.text(), "ab");
  EXPECT_FALSE(edit.insert("务务"));
  EXPECT_EQ(edit.text(), "ab务");
}

}  // namespace paneltwin::panel
