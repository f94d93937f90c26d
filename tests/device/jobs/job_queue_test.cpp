// Jobs that are cancelled, or that the power goes away from: none that was acknowledged is lost, and none is sent twice
// without saying so.
#include <gmock/gmock.h>

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;
using testing::ElementsAre;

class JobQueueTest : public MachineTest {
 protected:
  JobQueueTest() { set_up_mail(); }

  ReceiptNumber begin() {
    const auto receipt = ask(command::StartScan{scan_to()}).value();
    pass(0s);
    return receipt;
  }
  /// A job whose dialogue with the server is open.
  ReceiptNumber begin_sending() {
    on_loop([&] { mail.holds = true; });
    const auto receipt = begin();
    pass(3s);
    EXPECT_EQ(state().active.at(0).phase, JobPhase::sending);
    return receipt;
  }
  void let_go() {
    on_loop([&] { mail.holds = false; });
  }
  Result<std::int64_t> cancel(ReceiptNumber receipt) { return ask(command::CancelJob{receipt}); }
  std::size_t tries() {
    std::size_t count = 0;
    on_loop([&] { count = mail.sent.size(); });
    return count;
  }
};

TEST_F(JobQueueTest, a_job_is_cancelled_while_it_scans) {
  const auto receipt = begin();
  EXPECT_EQ(state().active.at(0).phase, JobPhase::scanning);
  ASSERT_TRUE(cancel(receipt));
  const auto job = ended(receipt);
  EXPECT_EQ(job.result, JobResult::canceled);
  EXPECT_FALSE(job.failure);
  EXPECT_EQ(tries(), 0u);
  EXPECT_TRUE(std::filesystem::is_empty(folder / "spool"));
}

TEST_F(JobQueueTest, a_job_is_cancelled_while_it_waits_for_another) {
  const auto first = begin(), second = begin();
  ASSERT_TRUE(cancel(second));
  EXPECT_EQ(state().log.at(0).result, JobResult::canceled);
  EXPECT_EQ(ended(first).result, JobResult::completed);
}

TEST_F(JobQueueTest, a_job_is_cancelled_while_it_talks_to_the_server) {
  const auto receipt = begin_sending();
  ASSERT_TRUE(cancel(receipt));
  EXPECT_EQ(ended(receipt).result, JobResult::canceled);
  let_go();
  EXPECT_EQ(scan().result, JobResult::completed);
}

TEST_F(JobQueueTest, a_job_is_cancelled_while_it_waits_for_the_next_try) {
  on_loop([&] { mail.answers.push_back(fail(FailureKind::temporary)); });
  const auto receipt = begin();
  pass(3s);
  EXPECT_EQ(tries(), 1u);
  ASSERT_TRUE(cancel(receipt));
  EXPECT_EQ(ended(receipt).result, JobResult::canceled);
  EXPECT_EQ(tries(), 1u);
}

TEST_F(JobQueueTest, what_the_server_may_have_cannot_be_cancelled) {
  const auto receipt = begin_sending();
  on_loop([&] { mail.commit(); });
  EXPECT_EQ(cancel(receipt).error().kind, FailureKind::busy);
  on_loop([&] { mail.finish(MailReceipt{"250 OK"}); });
  EXPECT_EQ(ended(receipt).result, JobResult::completed);
}

TEST_F(JobQueueTest, a_connection_that_breaks_when_the_server_may_have_the_message_is_told_and_not_tried_again) {
  const auto receipt = begin_sending();
  on_loop([&] {
    mail.commit();
    mail.finish(fail(FailureKind::communication, "connection reset"));
  });
  const auto job = ended(receipt);
  EXPECT_EQ(words_for(job.failure->kind).code, 313);
  EXPECT_EQ(job.failure->detail, "connection reset; the server may have taken the message");
  EXPECT_EQ(tries(), 1u);
}

TEST_F(JobQueueTest, what_is_over_or_never_was_cannot_be_cancelled) {
  EXPECT_EQ(cancel(scan().receipt).error().kind, FailureKind::not_found);
  EXPECT_EQ(cancel(-1).error().kind, FailureKind::not_found);
}

TEST_F(JobQueueTest, a_job_that_was_scanning_when_the_power_went_is_in_the_log_as_failed) {
  const auto receipt = begin();
  power_cut();
  const auto job = state().log.at(0);
  EXPECT_EQ(job.receipt, receipt);
  EXPECT_EQ(job.result, JobResult::failed);
  EXPECT_EQ(job.failure->kind, FailureKind::power_failure);
  EXPECT_TRUE(state().active.empty());
  EXPECT_TRUE(std::filesystem::is_empty(folder / "spool"));
}

TEST_F(JobQueueTest, a_job_that_was_being_sent_goes_on_after_a_power_cut) {
  const auto receipt = begin_sending();
  power_cut();
  let_go();
  const auto job = ended(receipt);
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_FALSE(job.resent_after_restart);
  on_loop([&] {
    ASSERT_EQ(mail.sent.size(), 2u);
    EXPECT_EQ(mail.sent[0].message.message_id, mail.sent[1].message.message_id);
    EXPECT_EQ(mail.sent[0].message.body, mail.sent[1].message.body);
    EXPECT_EQ(mail.sent[0].message.date, mail.sent[1].message.date);
    EXPECT_EQ(mail.sent[0].files, mail.sent[1].files);
  });
}

TEST_F(JobQueueTest, what_may_have_been_sent_when_the_power_went_is_sent_again_and_says_so) {
  const auto receipt = begin_sending();
  on_loop([&] { mail.commit(); });
  power_cut();
  EXPECT_TRUE(state().active.at(0).resent_after_restart);
  let_go();
  const auto job = ended(receipt);
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_TRUE(job.resent_after_restart);
  restart();
  EXPECT_TRUE(state().log.at(0).resent_after_restart);
}

TEST_F(JobQueueTest, what_was_sent_is_not_sent_again) {
  scan();
  power_cut();
  pass(1min);
  EXPECT_EQ(tries(), 1u);
  EXPECT_EQ(state().log.at(0).result, JobResult::completed);
}

TEST_F(JobQueueTest, an_orderly_stop_in_the_middle_of_a_send_takes_the_job_up_again) {
  const auto receipt = begin_sending();
  const auto waiting = begin();
  restart();
  EXPECT_EQ(state().active.size(), 1u);
  let_go();
  EXPECT_EQ(ended(receipt).result, JobResult::completed);
  EXPECT_EQ(ended(waiting).failure->kind, FailureKind::power_failure);
}

TEST_F(JobQueueTest, receipt_numbers_are_never_used_twice) {
  EXPECT_EQ(scan().receipt, 1);
  power_cut();
  EXPECT_EQ(scan().receipt, 2);
  restart();
  EXPECT_EQ(scan().receipt, 3);
}

TEST_F(JobQueueTest, the_log_is_the_same_after_a_restart) {
  scan();
  on_loop([&] { mail.answers.push_back(fail(FailureKind::dns, "smtp.contoso.example")); });
  scan();
  const auto before = state().log;
  power_cut();
  EXPECT_EQ(state().log, before);
}

TEST_F(JobQueueTest, the_log_keeps_the_newest_five_hundred) {
  ASSERT_TRUE(ask(command::SignOut{}, Origin::web));  // so that a job is over at once
  for (int i = 0; i < 510; ++i) ask(command::StartScan{scan_to()}).value();
  EXPECT_EQ(state().log.size(), 500u);
  EXPECT_EQ(state().log.front().receipt, 510);
  EXPECT_EQ(state().log.back().receipt, 11);
  EXPECT_EQ(state().notices.size(), 20u);
  const auto before = state().log;
  restart();
  EXPECT_EQ(state().log, before);
}

TEST_F(JobQueueTest, a_machine_at_work_is_not_switched_off) {
  const auto receipt = begin();
  EXPECT_EQ(ask(command::PowerOff{}).error().kind, FailureKind::busy);
  ended(receipt);
  EXPECT_TRUE(ask(command::PowerOff{}));
}

TEST_F(JobQueueTest, an_original_taken_away_while_it_is_scanned_fails_the_job) {
  originals.lay(OriginalPlace::feeder, 2);
  const auto receipt = begin();
  pass(1500ms);
  originals.clear();
  EXPECT_EQ(ended(receipt).failure->kind, FailureKind::no_original);
  EXPECT_EQ(tries(), 0u);
}

}  // namespace paneltwin::device
