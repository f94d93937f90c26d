// Program Verification on Start Up: the message, and how it is accepted.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

using Phase = device::ProgramVerification::Phase;

class ProgramAltered : public PanelTest {
 protected:
  void alter() {
    machine.state.program = {.phase = Phase::altered,
                             .altered = {"locales/panel.en.po", "menus/scan.yaml", "menus/settings.yaml", "program"},
                             .altered_count = 6};
    machine.publish();
  }
};

TEST_F(ProgramAltered, tells_what_is_altered_again_after_each_time_out) {
  alter();
  open();
  const auto& text = the("program-altered").text;
  EXPECT_NE(text.find("menus/scan.yaml"), std::string::npos) << text;
  EXPECT_NE(text.find("and 3 more"), std::string::npos) << text;
  save("program-altered");
  tap("close");
  settle();
  EXPECT_EQ(node("program-altered"), nullptr);
  machine.state.time_outs = 1;
  publish();
  EXPECT_NE(node("program-altered"), nullptr);
}

TEST_F(ProgramAltered, nothing_is_said_while_it_is_verified_or_good) {
  for (const auto phase : {Phase::off, Phase::verifying, Phase::good}) {
    machine.state.program.phase = phase;
    machine.publish();
    open();
    EXPECT_EQ(node("program-altered"), nullptr);
  }
}

TEST_F(ProgramAltered, comes_up_when_the_verification_ends_after_the_panel_is_there) {
  open();
  alter();
  publish();
  EXPECT_NE(node("program-altered"), nullptr);
}

TEST_F(ProgramAltered, is_accepted_by_an_administrator_alone) {
  for (const std::string model : {"large", "compact"}) {
    alter();
    open(model);
    tap("accept");
    EXPECT_NE(node("administrator-log-in"), nullptr);
    type("12345678");
    tap("ok");
    machine.state.admin.panel_logged_in = true;
    machine.publish();
    answer(0);
    EXPECT_TRUE(machine.last<device::command::AcceptProgram>());
    machine.answers.clear();
    machine.state.admin.panel_logged_in = false;
  }
}

}  // namespace paneltwin::panel
