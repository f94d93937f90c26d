// Fingers on the glass: no tap lost, pressed at once, drags that scroll, keys held down.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class Touch : public PanelTest {
 protected:
  struct Point {
    float x, y;
  };
  Point middle_of(std::string_view id) {
    const auto rect = the(id).rect;
    return {rect.x + rect.width / 2, rect.y + rect.height / 2};
  }
  void frame(double milliseconds) {
    now += Milliseconds(milliseconds);
    panel->frame(now);
  }
  void open_at(const char* screen, bool animate = false) {
    open("compact", animate);
    ASSERT_TRUE(panel->open_screen(screen));
    settle();
  }
};

TEST_F(Touch, no_quick_tap_is_lost_at_any_frame_time) {
  constexpr std::size_t taps = 100;
  for (const double frame_time : {5.0, 20.0, 200.0}) {
    open_at("sound");
    machine.posted.clear();
    const auto at = middle_of("mute");
    for (std::size_t i = 0; i < taps; ++i) {
      panel->input(PointerDown{at.x, at.y});
      panel->input(PointerUp{at.x, at.y});
      frame(frame_time);
    }
    while (panel->wants_frame(now)) frame(frame_time);
    EXPECT_EQ(machine.posted.size(), taps) << frame_time << " ms a frame";
  }
}

TEST_F(Touch, what_is_pressed_shows_it_in_the_next_frame) {
  open_at("sound");
  const auto before = panel->glass().picture();
  const auto at = middle_of("mute");
  panel->input(PointerDown{at.x, at.y});
  frame(5);
  EXPECT_FALSE(panel->glass().picture() == before);
  panel->input(PointerCancel{});
  settle();
  EXPECT_TRUE(panel->glass().picture() == before);
  EXPECT_TRUE(machine.posted.empty());
}

TEST_F(Touch, a_finger_that_travels_more_than_3_mm_scrolls_and_does_not_tap) {
  open_at("sleep-timer");
  const auto at = middle_of("10");
  panel->input(PointerDown{at.x, at.y});
  panel->input(PointerMove{at.x, at.y - 60});
  panel->input(PointerUp{at.x, at.y - 60});
  settle();
  EXPECT_TRUE(machine.posted.empty());
  EXPECT_NEAR(middle_of("10").y, at.y - 60, 1);
}

TEST_F(Touch, a_list_runs_on_after_the_finger_has_left_and_comes_to_rest) {
  open_at("sleep-timer", true);
  const auto at = middle_of("10");
  panel->input(PointerDown{at.x, at.y});
  frame(10);
  for (int i = 1; i <= 4; ++i) {
    panel->input(PointerMove{at.x, at.y - 12 * static_cast<float>(i)});
    frame(10);
  }
  panel->input(PointerUp{at.x, at.y - 48});
  frame(10);
  const float left_at = middle_of("10").y;
  for (int i = 0; i < 20; ++i) frame(16);
  EXPECT_LT(middle_of("10").y, left_at - 20);
  for (int i = 0; i < 300; ++i) frame(16);
  EXPECT_FALSE(panel->wants_frame(now + Milliseconds(1000)));
}

TEST_F(Touch, backspace_held_down_takes_letter_after_letter) {
  open_at("subject-entry");
  type("abcdefghij");
  const auto at = middle_of("key-backspace");
  panel->input(PointerDown{at.x, at.y});
  frame(10);
  EXPECT_EQ(the("input").value, "abcdefghij");
  for (int i = 0; i < 100; ++i) frame(10);  // one second: the first after half of it, then one each 80 ms
  const auto left = the("input").value.size();
  EXPECT_LE(left, 4U);
  panel->input(PointerUp{at.x, at.y});
  settle();
  EXPECT_EQ(the("input").value.size(), left);
}

TEST_F(Touch, pages_slide_for_180_ms_and_then_the_glass_rests) {
  open("large", true);
  const auto at = middle_of("settings");
  panel->input(PointerDown{at.x, at.y});
  panel->input(PointerUp{at.x, at.y});
  for (int i = 0; i < 6; ++i) frame(5);
  EXPECT_EQ(panel->screen(), "settings");
  const auto sliding = panel->glass().picture();
  EXPECT_TRUE(panel->wants_frame(now));
  for (int i = 0; i < 100; ++i) frame(5);
  EXPECT_FALSE(panel->glass().picture() == sliding);
  EXPECT_FALSE(panel->wants_frame(now + Milliseconds(10000))) << "an idle glass asks for no frame";
}

TEST_F(Touch, keys_alone_lead_everywhere) {
  open();
  press("Tab");
  while (!the("settings").focused) press("Tab");
  press("Enter");
  EXPECT_EQ(panel->screen(), "settings");
  press("Escape");
  EXPECT_EQ(panel->screen(), "home");
}

}  // namespace paneltwin::panel
