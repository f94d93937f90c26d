#include <algorithm>

#include <gmock/gmock.h>

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class ScanToEmailTest : public MachineTest {
 protected:
  ScanToEmailTest() { set_up_mail(); }

  FakeMail::Sent only_mail() {
    FakeMail::Sent found;
    on_loop([&] {
      ASSERT_EQ(mail.sent.size(), 1u);
      found = mail.sent.front();
    });
    return found;
  }
  Job scan_with(Failure answer) {
    on_loop([&] { mail.answers.push_back(std::unexpected(answer)); });
    return scan();
  }
};

TEST_F(ScanToEmailTest, completes_with_a_receipt_and_a_line_in_the_log) {
  const auto request = scan_to();
  const auto receipt = ask(command::StartScan{request}).value();
  EXPECT_EQ(receipt, 1);
  const auto job = ended(receipt);
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_EQ(job.type, JobType::scan_to_email);
  EXPECT_EQ(job.started, start);
  EXPECT_EQ(job.from, "printer@contoso.example");
  EXPECT_THAT(job.destinations, ElementsAre("office@contoso.example"));
  EXPECT_EQ(job.subject, "Scanned data");
  EXPECT_EQ(job.file_name, "SCAN20261123093000.pdf");
  EXPECT_EQ(job.pages_done, 1);
  EXPECT_EQ(job.pages_total, 1);
  EXPECT_FALSE(job.failure);
  EXPECT_GE(*job.ended, start + 3s);
  EXPECT_TRUE(state().active.empty());
  EXPECT_TRUE(state().notices.empty());
}

TEST_F(ScanToEmailTest, the_message_carries_the_file_and_goes_out_under_the_signed_in_account) {
  auto request = scan_to();
  request.subject = "第一页";
  scan(request);
  const auto came = only_mail();
  EXPECT_EQ(came.server.host, "smtp.contoso.example");
  EXPECT_EQ(came.server.port, 587);
  EXPECT_EQ(came.server.security, Security::starttls);
  EXPECT_EQ(came.server.authentication, MailServer::Authentication::xoauth2);
  EXPECT_EQ(came.server.user, "printer@contoso.example");
  EXPECT_THAT(came.server.secret, StartsWith("access-"));
  EXPECT_EQ(came.message.from, "printer@contoso.example");
  EXPECT_EQ(came.message.subject, "第一页");
  EXPECT_THAT(came.message.body, HasSubstr("PANELTWIN"));
  EXPECT_THAT(came.message.message_id, testing::EndsWith("@contoso.example"));
  ASSERT_EQ(came.message.attachments.size(), 1u);
  EXPECT_EQ(came.message.attachments[0].name, "SCAN20261123093000.pdf");
  EXPECT_EQ(came.message.attachments[0].media_type, "application/pdf");
  EXPECT_THAT(came.files[0], StartsWith("%PDF-"));
}

TEST_F(ScanToEmailTest, a_sheet_in_the_feeder_goes_before_the_glass_and_every_page_of_it) {
  originals.lay(OriginalPlace::feeder, 3);
  const auto job = scan();
  EXPECT_EQ(job.pages_total, 3);
  EXPECT_EQ(job.pages_done, 3);
}

TEST_F(ScanToEmailTest, jpeg_is_a_file_a_page) {
  originals.lay(OriginalPlace::feeder, 2);
  auto request = scan_to();
  request.format = FileFormat::jpeg;
  request.add_date = request.add_time = false;
  scan(request);
  const auto came = only_mail();
  ASSERT_EQ(came.message.attachments.size(), 2u);
  EXPECT_EQ(came.message.attachments[0].name, "SCAN_001.jpg");
  EXPECT_EQ(came.message.attachments[1].name, "SCAN_002.jpg");
  EXPECT_EQ(came.message.attachments[0].media_type, "image/jpeg");
  EXPECT_THAT(came.files[1], StartsWith("\xFF\xD8"));
}

/// Of the frame header (ITU T.81, B.2.2).
static int height_of_jpeg(const std::string& file) {
  const auto frame = file.find("\xFF\xC0");
  if (frame == std::string::npos || frame + 6 >= file.size()) return 0;
  const auto byte = [&](std::size_t at) { return static_cast<int>(static_cast<unsigned char>(file[frame + at])); };
  return byte(5) * 256 + byte(6);
}

TEST_F(ScanToEmailTest, sheets_are_as_large_as_the_first_unless_their_sizes_are_mixed) {
  originals.lay(OriginalPlace::feeder, 2, FakeOriginals::Look::growing);
  auto request = scan_to();
  request.format = FileFormat::jpeg;
  scan(request);
  const auto same = only_mail();
  ASSERT_EQ(same.files.size(), 2u);
  EXPECT_EQ(height_of_jpeg(same.files[0]), height_of_jpeg(same.files[1]));
  EXPECT_GT(height_of_jpeg(same.files[0]), 0);
}

TEST_F(ScanToEmailTest, mixed_sizes_stay_as_they_are) {
  originals.lay(OriginalPlace::feeder, 2, FakeOriginals::Look::growing);
  auto request = scan_to();
  request.format = FileFormat::jpeg;
  request.mixed_sizes = true;
  scan(request);
  const auto mixed = only_mail();
  ASSERT_EQ(mixed.files.size(), 2u);
  EXPECT_LT(height_of_jpeg(mixed.files[0]), height_of_jpeg(mixed.files[1]));
}

TEST_F(ScanToEmailTest, nothing_is_left_in_the_spool) {
  scan();
  EXPECT_TRUE(std::filesystem::is_empty(folder / "spool"));
}

TEST_F(ScanToEmailTest, what_cannot_be_scanned_is_refused_by_name_before_there_is_a_job) {
  const auto refused = [&](auto change) {
    auto request = scan_to();
    change(request);
    const auto answer = ask(command::StartScan{request});
    return answer ? "taken" : answer.error().detail;
  };
  EXPECT_EQ(refused([](auto& scan) { scan.recipients.clear(); }), "recipients");
  EXPECT_EQ(refused([](auto& scan) { scan.recipients = {"nobody"}; }), "recipients");
  EXPECT_EQ(refused([](auto& scan) { scan.recipients = {"a@b\r\nRCPT TO:<c@d>"}; }), "recipients");
  EXPECT_EQ(refused([](auto& scan) { scan.recipients.assign(11, "a@b.example"); }), "recipients");
  EXPECT_EQ(refused([](auto& scan) { scan.subject = "a\r\nBcc: b@c"; }), "subject");
  EXPECT_EQ(refused([](auto& scan) { scan.subject = std::string(256, 'a'); }), "subject");
  EXPECT_EQ(refused([](auto& scan) { scan.resolution = 1'000'000; }), "resolution");
  EXPECT_EQ(refused([](auto& scan) { scan.attachment_limit_mb = 3; }), "attachment_limit_mb");
  EXPECT_EQ(refused([](auto& scan) { scan.file_name_prefix = "../../etc/passwd"; }), "file_name_prefix");
  EXPECT_EQ(refused([](auto& scan) { scan.file_name_prefix = std::string(65, 'a'); }), "file_name_prefix");
  EXPECT_EQ(refused([](auto& scan) {
              scan.file_name_prefix.clear();
              scan.add_date = scan.add_time = false;
            }),
            "file_name_prefix");
  EXPECT_TRUE(state().log.empty());
}

TEST_F(ScanToEmailTest, without_an_original_there_is_no_job) {
  originals.clear();
  EXPECT_EQ(ask(command::StartScan{scan_to()}).error().kind, FailureKind::no_original);
}

TEST_F(ScanToEmailTest, the_attachment_limit_gives_314_and_sends_nothing) {
  originals.lay(OriginalPlace::glass, 1, FakeOriginals::Look::noise);
  auto request = scan_to();
  request.attachment_limit_mb = 1;
  request.resolution = 300;
  const auto job = scan(request);
  ASSERT_TRUE(job.failure);
  EXPECT_EQ(words_for(job.failure->kind).code, 314);
  on_loop([&] { EXPECT_TRUE(mail.sent.empty()); });
}

TEST_F(ScanToEmailTest, what_the_wires_say_becomes_the_code_in_the_log) {
  const std::pair<FailureKind, int> codes[] = {
      {FailureKind::dns, 311},           {FailureKind::authentication, 312},      {FailureKind::sender_refused, 312},
      {FailureKind::communication, 313}, {FailureKind::tls_untrusted_date, 313},  {FailureKind::too_large, 314},
      {FailureKind::memory_full, 315},   {FailureKind::user_sign_in_needed, 370},
  };
  for (const auto& [kind, code] : codes) {
    // A refused token is tried anew once.
    if (kind == FailureKind::authentication) on_loop([&] { mail.answers.push_back(fail(kind, "535 5.7.3")); });
    const auto job = scan_with({kind, "the server's words"});
    EXPECT_EQ(job.result, JobResult::failed);
    ASSERT_TRUE(job.failure) << name_of(kind);
    EXPECT_EQ(words_for(job.failure->kind).code, code);
    EXPECT_EQ(job.failure->detail, "the server's words");
  }
}

TEST_F(ScanToEmailTest, the_sign_in_service_out_of_reach_gives_350) {
  pass(2h);  // the access token has run out
  on_loop([&] { identity.reachable = fail(FailureKind::communication, "connection refused"); });
  const auto job = scan();
  ASSERT_TRUE(job.failure);
  EXPECT_EQ(words_for(job.failure->kind).code, 350);
}

TEST_F(ScanToEmailTest, a_server_that_asks_for_patience_is_tried_three_times_a_minute_apart) {
  on_loop([&] { mail.answers.assign(2, fail(FailureKind::temporary, "451 4.7.1")); });
  const auto job = scan();
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_GE(*job.ended - job.started, 2min);
  on_loop([&] {
    ASSERT_EQ(mail.sent.size(), 3u);
    EXPECT_EQ(mail.sent[0].message.message_id, mail.sent[2].message.message_id);
    mail.answers.assign(3, fail(FailureKind::temporary, "451 4.7.1"));
  });
  EXPECT_EQ(scan().failure->kind, FailureKind::temporary);
}

TEST_F(ScanToEmailTest, an_access_token_that_the_server_refuses_is_refreshed_once) {
  on_loop([&] { mail.answers.push_back(fail(FailureKind::authentication, "535 5.7.3")); });
  EXPECT_EQ(scan().result, JobResult::completed);
  on_loop([&] {
    ASSERT_EQ(mail.sent.size(), 2u);
    EXPECT_NE(mail.sent[0].server.secret, mail.sent[1].server.secret);
    EXPECT_EQ(identity.refreshed_with.size(), 1u);
  });
}

TEST_F(ScanToEmailTest, jobs_are_carried_out_one_after_another) {
  std::vector<ReceiptNumber> receipts;
  for (int i = 0; i < 3; ++i) receipts.push_back(ask(command::StartScan{scan_to()}).value());
  EXPECT_THAT(receipts, ElementsAre(1, 2, 3));
  EXPECT_EQ(state().active.size(), 3u);
  EXPECT_EQ(ended(3).result, JobResult::completed);
  const auto log = state().log;
  EXPECT_EQ(log.at(0).receipt, 3);
  EXPECT_LE(*log.at(2).ended, *log.at(1).ended);
}

TEST_F(ScanToEmailTest, recent_recipients_come_newest_first_without_repeats_twenty_at_most_and_stay) {
  for (int i = 0; i < 22; ++i)
    ask(command::StartScan{scan_to("user" + std::to_string(i) + "@contoso.example")}).value();
  ask(command::StartScan{scan_to("user5@contoso.example")}).value();
  const auto recent = state().recent_recipients;
  ASSERT_EQ(recent.size(), 20u);
  EXPECT_EQ(recent[0], "user5@contoso.example");
  EXPECT_EQ(recent[1], "user21@contoso.example");
  restart();
  EXPECT_EQ(state().recent_recipients, recent);
}

}  // namespace paneltwin::device
