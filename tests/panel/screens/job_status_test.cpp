// Job/Status and what hangs on it.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

using JobStatus = PanelTest;

TEST_F(JobStatus, the_log_shows_the_code_and_details_what_to_do) {
  machine.use();
  machine.state.basic.language = "zh-CN";
  machine.publish();
  for (const std::string model : {"large", "compact"}) {
    open(model);
    tap("任务状态");
    tap("任务状态");  // the guide's way
    EXPECT_EQ(panel->screen(), "job-status");
    EXPECT_EQ(the("job-13").value, "错误 361");
    tap("job-13");
    EXPECT_EQ(the("error-code").value, "361");
    EXPECT_EQ(the("problem").value, "与云 (Cloud) 服务或电子邮件服务的连接已过期。");
    EXPECT_EQ(the("remedy").value, "连接到云 (Cloud) 服务或电子邮件服务。");
    EXPECT_EQ(node("cancel-job"), nullptr);
  }
}

TEST_F(JobStatus, an_active_job_is_canceled_after_a_question) {
  machine.use();
  open();
  tap("job-status");
  tap("job-14");
  tap("cancel-job");
  EXPECT_EQ(machine.last<device::command::CancelJob>(), nullptr);
  tap("no");
  tap("cancel-job");
  tap("yes");
  ASSERT_NE(machine.last<device::command::CancelJob>(), nullptr);
  EXPECT_EQ(machine.last<device::command::CancelJob>()->receipt, 14);
}

TEST_F(JobStatus, device_status_tells_errors_and_what_to_do) {
  machine.state.device_errors = {device::FailureKind::store_failed};
  machine.publish();
  open();
  tap("job-status");
  tap("device-status-tab");
  EXPECT_NE(node("device-error-store_failed"), nullptr);
}

TEST_F(JobStatus, a_job_that_left_the_log_is_said_to_be_gone) {
  machine.use();
  open();
  tap("job-status");
  tap("job-13");
  machine.state.log.clear();
  publish();
  EXPECT_NE(node("nothing"), nullptr);
}

TEST_F(JobStatus, the_status_sheet_prints_and_says_so) {
  open();
  for (const auto* id : {"settings", "general-settings", "network-settings", "network-status", "status-sheet"}) tap(id);
  tap("print");
  ASSERT_NE(machine.last<device::command::PrintStatusSheet>(), nullptr);
  answer(3);
  machine.state.active = {{.receipt = 3, .type = device::JobType::status_sheet, .phase = device::JobPhase::printing}};
  publish();
  EXPECT_EQ(the("job-progress").text, "Printing");
  auto job = machine.state.active.front();
  job.phase = device::JobPhase::ended;
  job.result = device::JobResult::completed;
  machine.state.active.clear();
  machine.state.log = {job};
  publish();
  EXPECT_EQ(the("toast").text, "The status sheet has been printed.");
}

}  // namespace paneltwin::panel
