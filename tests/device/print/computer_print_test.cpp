// What computers send: onto paper, or into the log with what it failed for; and what Access Control says.
#include <gmock/gmock.h>

#include "tests/device/accounts/user_fixture.hpp"
#include "tests/device/paper/pdf_facts.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Key;

class ComputerPrintTest : public UsersTest {
 protected:
  ComputerPrintTest() { set({}); }
  static ComputerPrint document(int pages = 2) {
    return {.user = "alex",
            .name = "report.docx",
            .content = std::make_shared<const std::string>("PAGES " + std::to_string(pages))};
  }
  Result<std::int64_t> send(ComputerPrint print) {
    return ask(command::PrintFromComputer{std::move(print)}, Origin::world);
  }
  Job printed(ComputerPrint print) {
    const auto receipt = send(std::move(print));
    EXPECT_TRUE(receipt) << receipt.error().detail;
    return receipt ? ended(*receipt) : Job{};
  }
  FailureKind refused(const std::string& user) {
    auto print = document();
    print.user = user;
    const auto job = printed(std::move(print));
    EXPECT_EQ(job.result, JobResult::failed);
    return job.failure ? job.failure->kind : FailureKind::canceled;
  }
};

TEST_F(ComputerPrintTest, lies_in_the_tray_and_stands_in_the_log_with_user_and_pages) {
  const auto before = state().conditions.counters;
  auto print = document(3);
  print.copies = 2;
  const auto job = printed(print);
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_EQ(job.type, JobType::print);
  EXPECT_EQ(job.user, "alex");
  EXPECT_EQ(job.pages_done, 6);
  EXPECT_THAT(tray.papers(), ElementsAre(Key("report.docx.pdf")));
  EXPECT_EQ(page_count(tray.papers().begin()->second), 6);
  const auto computer = static_cast<std::size_t>(PrintFunction::computer);
  EXPECT_EQ(state().conditions.counters.printed[computer], before.printed[computer] + 6);
}

TEST_F(ComputerPrintTest, two_sided_and_in_gray_as_the_computer_asked) {
  auto print = document(4);
  print.two_sided = true;
  print.color = ColorMode::black_and_white;
  const auto sheets = state().conditions.source("cassette-1")->sheets;
  EXPECT_EQ(printed(print).result, JobResult::completed);
  EXPECT_EQ(state().conditions.source("cassette-1")->sheets, sheets - 2);
}

TEST_F(ComputerPrintTest, a_name_leads_to_no_other_folder) {
  EXPECT_EQ(file_name_of({.name = "../../etc/passwd"}), "_.._etc_passwd");
  EXPECT_EQ(file_name_of({.name = "C:\\a\n.doc"}), "C__a_.doc");
  EXPECT_EQ(file_name_of({.name = ".."}), "");
  EXPECT_EQ(file_name_of({.name = "Report.PDF"}), "Report");
  EXPECT_EQ(file_name_of({.name = ".pdf"}), "pdf");
  EXPECT_EQ(file_name_of({.name = "\xff"}), "");
  std::string cut;
  for (int i = 0; i < 30; ++i) cut += "印";
  EXPECT_EQ(file_name_of({.name = cut + cut}), cut.substr(0, 60));
}

TEST_F(ComputerPrintTest, what_is_no_document_and_what_broke_off_is_in_the_log) {
  auto print = document();
  print.content = std::make_shared<const std::string>("hello");
  EXPECT_EQ(printed(print).failure->kind, FailureKind::print_data_unreadable);
  print.trouble = FailureKind::canceled;
  EXPECT_EQ(printed(print).result, JobResult::canceled);
  print.trouble = FailureKind::print_memory_full;
  EXPECT_EQ(words_for(printed(print).failure->kind).code, 101);
  EXPECT_EQ(printed(document(1000)).failure->kind, FailureKind::print_memory_full);
  EXPECT_THAT(tray.papers(), IsEmpty());
}

TEST_F(ComputerPrintTest, survives_a_power_failure_once_it_was_taken) {
  ASSERT_TRUE(ask(command::ChangeConditions{{.sheets = {{"cassette-1", 0}}}}, Origin::world));
  auto print = document();
  print.copies = 3;
  const auto receipt = send(print).value();
  power_cut();
  ASSERT_TRUE(ask(command::ChangeConditions{{.sheets = {{"cassette-1", 50}}}}, Origin::world));
  const auto job = ended(receipt);
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_EQ(job.pages_done, 6);
  EXPECT_THAT(tray.papers(), ElementsAre(Key("report.docx.pdf")));
}

TEST_F(ComputerPrintTest, wakes_the_machine) {
  ask(command::Sleep{});
  ASSERT_EQ(state().power, PowerState::asleep);
  printed(document());
  EXPECT_EQ(state().power, PowerState::on);
}

TEST_F(ComputerPrintTest, of_nobody_known_only_where_unknown_users_are_accepted) {
  ASSERT_TRUE(put(someone("alex")));
  set({.on = true});
  EXPECT_EQ(refused("stranger"), FailureKind::print_user_unknown);
  EXPECT_EQ(refused(""), FailureKind::print_user_unknown);
  EXPECT_EQ(words_for(FailureKind::print_user_unknown).code, 107);
  auto known = document();
  known.user = "ALEX";
  EXPECT_EQ(printed(known).result, JobResult::completed);
  set({.on = true, .accept_unknown_jobs = true});
  auto unknown = document();
  unknown.user = "stranger";
  EXPECT_EQ(printed(unknown).result, JobResult::completed);
  restart();
  EXPECT_TRUE(state().users.settings.accept_unknown_jobs);
}

TEST_F(ComputerPrintTest, of_a_user_without_the_right_is_refused_whatever_becomes_of_unknown_ones) {
  auto guest = someone("guest");
  guest.user.rights.set(Right::print, false);
  ASSERT_TRUE(put(guest));
  set({.on = true, .accept_unknown_jobs = true});
  EXPECT_EQ(refused("guest"), FailureKind::print_not_allowed);
  EXPECT_EQ(words_for(FailureKind::print_not_allowed).code, 106);
}

TEST_F(ComputerPrintTest, an_interruption_ends_with_the_log_out_of_who_interrupted) {
  set({.on = true});
  ASSERT_TRUE(put(someone("alex")));
  ASSERT_TRUE(log_in("alex"));
  ASSERT_TRUE(send(document(20)));
  for (int i = 0; i < 200 && !ask(command::SetInterrupt{true}); ++i) pass(500ms);
  ASSERT_TRUE(state().interruption);
  ASSERT_TRUE(ask(command::LogOutUser{}));
  EXPECT_FALSE(state().interruption);
}

}  // namespace paneltwin::device
