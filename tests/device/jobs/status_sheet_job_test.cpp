#include <gmock/gmock.h>

#include "device/paper/status_sheet.hpp"
#include "tests/device/machine_fixture.hpp"
#include "tests/device/paper/pdf_facts.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;
using testing::HasSubstr;

class StatusSheetJobTest : public MachineTest {
 protected:
  Job print() { return ended(ask(command::PrintStatusSheet{}).value()); }
  std::string print_paper() {
    const auto job = print();
    EXPECT_EQ(job.result, JobResult::completed) << (job.failure ? job.failure->detail : "");
    return tray.papers()[job.file_name];
  }
  std::string only_paper() {
    const auto papers = tray.papers();
    EXPECT_EQ(papers.size(), 1u);
    return papers.empty() ? "" : papers.begin()->second;
  }
  void speak(const std::string& language) { ASSERT_TRUE(ask(command::SetSetting{"language", language})); }
};

TEST_F(StatusSheetJobTest, the_sheet_lands_in_the_tray_as_an_a4_page) {
  const auto job = print();
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_EQ(job.type, JobType::status_sheet);
  EXPECT_EQ(job.pages_done, 1);
  EXPECT_EQ(job.file_name, "network-status-20261123093000.pdf");
  EXPECT_TRUE(tray.papers().contains(job.file_name));
  const auto pdf = only_paper();
  EXPECT_THAT(pdf, testing::StartsWith("%PDF-"));
  EXPECT_EQ(page_size_mm(pdf), (std::pair{210, 297}));
  EXPECT_EQ(page_count(pdf), 3);
  EXPECT_THAT(pdf, HasSubstr("NotoSansCJK"));
}

TEST_F(StatusSheetJobTest, it_tells_more_once_the_email_server_is_set) {
  print();
  const auto before = only_paper().size();
  ASSERT_TRUE(press_ok(sign_in_at_page()));
  const auto again = print();
  EXPECT_GT(tray.papers().at(again.file_name).size(), before);
}

TEST_F(StatusSheetJobTest, it_speaks_the_panels_language) {
  const auto english = print_paper();
  speak("zh-CN");
  const auto chinese = print_paper();
  EXPECT_NE(english, chinese);
  EXPECT_GT(chinese.size(), english.size());  // more shapes to carry
}

TEST_F(StatusSheetJobTest, a_tray_that_takes_nothing_fails_the_job_and_shows_until_it_works_again) {
  tray.jam(true);
  const auto job = print();
  EXPECT_EQ(job.failure->kind, FailureKind::output_failed);
  EXPECT_THAT(state().device_errors, testing::ElementsAre(FailureKind::output_failed));
  tray.jam(false);
  EXPECT_EQ(print().result, JobResult::completed);
  EXPECT_THAT(state().device_errors, testing::IsEmpty());
}

TEST_F(StatusSheetJobTest, it_is_cancelled_before_the_paper_moves) {
  const auto receipt = ask(command::PrintStatusSheet{}).value();
  pass(0s);
  EXPECT_EQ(state().active.at(0).phase, JobPhase::printing);
  ASSERT_TRUE(ask(command::CancelJob{receipt}));
  EXPECT_EQ(ended(receipt).result, JobResult::canceled);
  EXPECT_TRUE(tray.papers().empty());
}

TEST_F(StatusSheetJobTest, a_long_sheet_takes_more_pages_and_long_words_do_no_harm) {
  StatusSheet sheet{"Network Status Sheet", "PT-C6000 Series", start, "2026-11-23 09:30 UTC+00:00", {}};
  InfoGroup group{"General", {}};
  for (int i = 0; i < 200; ++i) group.rows.push_back({"row", "Label", "value"});
  group.rows.push_back({"row", std::string(5000, 'x'), std::string(2000, '.') + "很长的一行"});
  sheet.groups.push_back(group);
  const auto pdf = print_status_sheet(sheet, texts.in("en"));
  ASSERT_TRUE(pdf);
  EXPECT_GE(page_count(*pdf), 4);
  EXPECT_EQ(print_status_sheet(sheet, texts.in("en")), pdf);
}

}  // namespace paneltwin::device
