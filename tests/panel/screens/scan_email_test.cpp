// Scan > Email, as by a finger.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class ScanEmail : public PanelTest {
 protected:
  void open_scan(const std::string& model = "large") {
    machine.state.recent_recipients = {"megan.bowen@contoso.example"};
    machine.state.feeder = device::OriginalInfo{"letter.pdf", 2};
    machine.publish();
    open(model);
    tap("scan");
    tap("scan-email");
  }
  void write_address(const std::string& address) {
    tap("recipient");
    type(address);
    tap("ok");
  }
  device::Job& start_job(device::JobPhase phase) {
    answer(7);
    machine.state.active = {{.receipt = 7, .phase = phase, .destinations = {"a@contoso.example"}}};
    publish();
    return machine.state.active.front();
  }
  void end_job(device::JobResult result, std::optional<device::Failure> failure = {}) {
    auto job = machine.state.active.front();
    job.phase = device::JobPhase::ended;
    job.result = result;
    job.failure = std::move(failure);
    machine.state.active.clear();
    machine.state.log = {job};
    publish();
  }
};

TEST_F(ScanEmail, cannot_be_sent_to_nobody) {
  open_scan();
  EXPECT_FALSE(the("send").enabled);
  tap("send");
  EXPECT_EQ(machine.last<device::command::StartScan>(), nullptr);
}

TEST_F(ScanEmail, what_is_typed_and_tapped_is_what_is_asked_for) {
  for (const std::string model : {"large", "compact"}) {
    open_scan(model);
    write_address("alex.wilber@contoso.example");
    tap("recent-1");
    tap("scan-settings-tab");
    tap("resolution");
    tap("300");
    tap("file-format");
    tap("jpeg");
    tap("send");
    const auto* start = machine.last<device::command::StartScan>();
    ASSERT_NE(start, nullptr);
    EXPECT_EQ(start->scan.recipients,
              (std::vector<std::string>{"alex.wilber@contoso.example", "megan.bowen@contoso.example"}));
    EXPECT_EQ(start->scan.resolution, 300);
    EXPECT_EQ(start->scan.format, device::FileFormat::jpeg);
    machine.answers.clear();
    machine.posted.clear();
  }
}

TEST_F(ScanEmail, an_address_that_is_none_cannot_be_entered) {
  open_scan();
  for (const auto* wrong : {"alex", "@contoso.example", "alex@", "a b@contoso.example", "a@b@contoso.example"}) {
    tap("recipient");
    type(wrong);
    EXPECT_FALSE(the("ok").enabled) << wrong;
    press("Escape");
  }
  EXPECT_EQ(node("recipient-entry"), nullptr);
  EXPECT_EQ(node("chosen-1"), nullptr);
}

TEST_F(ScanEmail, a_recipient_is_taken_off_again) {
  open_scan();
  tap("recent-1");
  EXPECT_NE(node("chosen-1"), nullptr);
  EXPECT_EQ(node("recent-1"), nullptr);
  tap("chosen-1");
  EXPECT_EQ(node("chosen-1"), nullptr);
  EXPECT_NE(node("recent-1"), nullptr);
}

TEST_F(ScanEmail, the_progress_follows_the_job_to_its_end) {
  open_scan();
  tap("recent-1");
  tap("send");
  start_job(device::JobPhase::scanning);
  EXPECT_EQ(the("job-progress").text, "Scanning");
  machine.state.active.front().phase = device::JobPhase::sending;
  publish();
  EXPECT_EQ(the("job-progress").text, "Sending");
  end_job(device::JobResult::completed);
  EXPECT_EQ(node("job-progress"), nullptr);
  EXPECT_EQ(the("toast").text, "The email has been sent.");
}

TEST_F(ScanEmail, cancel_is_posted_once) {
  open_scan();
  tap("recent-1");
  tap("send");
  start_job(device::JobPhase::scanning);
  tap("cancel");
  ASSERT_NE(machine.last<device::command::CancelJob>(), nullptr);
  EXPECT_EQ(machine.last<device::command::CancelJob>()->receipt, 7);
  EXPECT_FALSE(the("cancel").enabled);
}

TEST_F(ScanEmail, a_failure_names_its_code_and_remedy) {
  open_scan();
  tap("recent-1");
  tap("send");
  start_job(device::JobPhase::sending);
  end_job(device::JobResult::failed, device::Failure{device::FailureKind::dns, {}});
  ASSERT_NE(node("job-failure"), nullptr);
  EXPECT_NE(node("Error code: 311"), nullptr);
  tap("ok");
  EXPECT_EQ(node("job-failure"), nullptr);
}

TEST_F(ScanEmail, a_machine_that_never_signed_in_says_the_guides_words) {
  machine.state.basic.language = "zh-CN";
  open_scan();
  tap("recent-1");
  tap("send");
  start_job(device::JobPhase::waiting);
  machine.state.notices = {
      {.id = 1, .kind = device::FailureKind::not_signed_in, .message_key = "notice.not_signed_in", .receipt = 7}};
  end_job(device::JobResult::failed, device::Failure{device::FailureKind::not_signed_in, {}});
  EXPECT_NE(node("要使用此功能，您必须登录您的电子邮件服务。请联系您的管理员。"), nullptr);
  EXPECT_EQ(node("job-failure"), nullptr) << "said once, not twice";
  tap("ok");
  EXPECT_EQ(machine.last<device::command::DismissNotice>()->id, 1);
  EXPECT_EQ(node("notice"), nullptr) << "closed at once, though it is still in the snapshot";
}

TEST_F(ScanEmail, a_refused_scan_leaves_the_form_as_it_was) {
  open_scan();
  tap("recent-1");
  tap("send");
  EXPECT_FALSE(the("send").enabled) << "not twice";
  answer(device::fail(device::FailureKind::no_original));
  EXPECT_NE(node("failure"), nullptr);
  tap("ok");
  EXPECT_TRUE(the("send").enabled);
  EXPECT_NE(node("chosen-1"), nullptr);
}

}  // namespace paneltwin::panel
