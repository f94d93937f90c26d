// The Interrupt key of the large glass's tool bar.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class InterruptKey : public PanelTest {
 protected:
  void print(device::JobPhase phase = device::JobPhase::printing) {
    machine.state.active = {{.receipt = 7, .type = device::JobType::print, .phase = phase, .pages_total = 20}};
    machine.publish();
  }
};

TEST_F(InterruptKey, is_greyed_where_nothing_prints) {
  open();
  EXPECT_FALSE(the("interrupt").enabled);
  print(device::JobPhase::waiting);
  publish();
  EXPECT_FALSE(the("interrupt").enabled);
  print();
  publish();
  EXPECT_TRUE(the("interrupt").enabled);
}

TEST_F(InterruptKey, interrupts_says_so_and_is_lit_until_it_lets_go_on) {
  print();
  open();
  EXPECT_EQ(the("interrupt").value, "Off");
  tap("interrupt");
  ASSERT_TRUE(machine.last<device::command::SetInterrupt>());
  EXPECT_TRUE(machine.last<device::command::SetInterrupt>()->on);
  machine.state.interruption = device::Interruption{.receipt = 7};
  machine.publish();
  answer(0);
  EXPECT_NE(node("Printing pauses after this page. You can copy now."), nullptr);
  EXPECT_TRUE(the("interrupt").selected);
  EXPECT_EQ(the("interrupt").value, "On");
  save("interrupt-on");
  print(device::JobPhase::paused);
  publish();
  tap("interrupt");
  EXPECT_FALSE(machine.last<device::command::SetInterrupt>()->on);
}

TEST_F(InterruptKey, is_greyed_for_who_may_not_copy_but_lets_everybody_end_it) {
  print();
  machine.state.users.settings.on = true;
  machine.publish();
  open();
  EXPECT_FALSE(the("interrupt").enabled);
  machine.state.interruption = device::Interruption{.receipt = 7};
  publish();
  EXPECT_TRUE(the("interrupt").enabled);
}

TEST_F(InterruptKey, home_tells_of_the_copy_that_goes_first) {
  print(device::JobPhase::paused);
  machine.state.active.push_back({.receipt = 8, .type = device::JobType::copy, .phase = device::JobPhase::printing});
  machine.publish();
  open();
  EXPECT_EQ(node("Paused"), nullptr);
}

TEST_F(InterruptKey, says_why_it_is_refused) {
  print();
  open();
  tap("interrupt");
  answer(device::fail(device::FailureKind::not_allowed));
  EXPECT_NE(node("failure"), nullptr);
}

TEST_F(InterruptKey, the_box_of_a_copy_that_prints_can_be_closed_on_the_way_to_it) {
  print();
  machine.state.active.front().type = device::JobType::copy;
  machine.publish();
  open();
  ASSERT_TRUE(panel->open_screen("job-progress"));
  settle();
  tap("close");
  EXPECT_EQ(node("job-progress"), nullptr);
  tap("interrupt");
  EXPECT_TRUE(machine.last<device::command::SetInterrupt>());
}

TEST_F(InterruptKey, so_can_the_box_of_a_job_that_waits) {
  print(device::JobPhase::waiting);
  open();
  ASSERT_TRUE(panel->open_screen("job-progress"));
  settle();
  tap("close");
  EXPECT_EQ(node("job-progress"), nullptr);
}

TEST_F(InterruptKey, the_small_glass_has_none) {
  print();
  open("compact");
  EXPECT_EQ(node("interrupt"), nullptr);
}

}  // namespace paneltwin::panel
