// Ink, paper and troubles on the glass.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

using Conditions = PanelTest;

TEST_F(Conditions, the_supply_icon_warns_and_opens_the_tanks) {
  for (const std::string model : {"large", "compact"}) {
    machine.state.conditions.supply(device::Supply::cyan).left = 400;
    machine.publish();
    open(model);
    EXPECT_EQ(the("supply-icon").value, "Low");
    tap("supply-icon");
    EXPECT_EQ(panel->screen(), "supply-status");
    EXPECT_EQ(the("supply-cyan").value, "4%");
    EXPECT_EQ(the("supply-black").value, "100%");
  }
}

TEST_F(Conditions, device_status_names_what_is_concerned_and_what_to_do) {
  machine.state.conditions.supply(device::Supply::black).left = 0;
  machine.state.conditions.supply(device::Supply::yellow).left = 900;
  machine.state.device_errors = {device::FailureKind::ink_out};
  machine.state.device_warnings = {device::FailureKind::ink_low};
  machine.publish();
  open();
  tap("job-status");
  tap("device-status-tab");
  EXPECT_EQ(the("device-error-ink_out").value, "BK");
  EXPECT_EQ(the("device-warning-ink_low").value, "Y");
}

}  // namespace paneltwin::panel
