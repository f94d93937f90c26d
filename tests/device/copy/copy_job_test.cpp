// Copies: from the original to the tray, sheet by sheet.
#include <gmock/gmock.h>

#include "tests/device/machine_fixture.hpp"
#include "tests/device/paper/pdf_facts.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;
using testing::IsEmpty;

class CopyTest : public MachineTest {
 protected:
  void lay(int pages, FakeOriginals::Look look = FakeOriginals::Look::letter) {
    originals.lay(OriginalPlace::feeder, pages, look);
    ASSERT_TRUE(ask(command::OriginalsChanged{}, Origin::world));
  }
  Job copy(const CopyRequest& request) {
    const auto receipt = ask(command::StartCopy{request});
    EXPECT_TRUE(receipt) << receipt.error().detail;
    return receipt ? ended(*receipt) : Job{};
  }
  /// Lets time pass until the job stands still for want of paper.
  void until_paused() {
    const auto is_paused = [&] { return !state().active.empty() && state().active.front().phase == JobPhase::paused; };
    for (int i = 0; i < 40 && !is_paused(); ++i) pass(1s);
  }
  std::string only_paper() {
    const auto papers = tray.papers();
    EXPECT_EQ(papers.size(), 1u);
    return papers.empty() ? "" : papers.begin()->second;
  }
};

TEST_F(CopyTest, every_copy_of_every_page_lies_in_the_tray) {
  lay(3);
  const auto before = state().conditions;
  const auto job = copy({.copies = 2});
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_EQ(job.type, JobType::copy);
  EXPECT_EQ(job.pages_done, 6);
  EXPECT_EQ(page_count(only_paper()), 6);
  const auto after = state().conditions;
  EXPECT_EQ(after.counters.printed[0], before.counters.printed[0] + 6);
  EXPECT_EQ(after.counters.scanned[0], before.counters.scanned[0] + 3);
  EXPECT_EQ(after.source("cassette-1")->sheets, before.source("cassette-1")->sheets - 6);
}

TEST_F(CopyTest, two_sided_and_two_up_take_less_paper) {
  lay(4);
  const auto sheets = [&] { return state().conditions.source("cassette-1")->sheets; };
  auto before = sheets();
  copy({.sides = CopySides::one_to_two});
  EXPECT_EQ(before - sheets(), 2);
  before = sheets();
  copy({.sides = CopySides::one_to_two, .layout = CopyLayout::two_up});
  EXPECT_EQ(before - sheets(), 1);
}

TEST_F(CopyTest, a_copy_waits_for_paper_and_goes_on) {
  lay(3);
  ASSERT_TRUE(ask(command::ChangeConditions{{.sheets = {{"cassette-1", 1}}}}, Origin::world));
  const auto receipt = ask(command::StartCopy{{}}).value();
  until_paused();
  ASSERT_FALSE(state().active.empty());
  EXPECT_EQ(state().active.front().phase, JobPhase::paused);
  EXPECT_EQ(state().active.front().pages_done, 1);
  ASSERT_TRUE(ask(command::ChangeConditions{{.sheets = {{"cassette-1", 10}}}}, Origin::world));
  EXPECT_EQ(ended(receipt).pages_done, 3);
}

TEST_F(CopyTest, paper_comes_from_selected_sources_alone) {
  lay(1);
  ASSERT_TRUE(ask(command::SetPaper{"cassette-2", PaperSize::a4, PaperType::plain}));
  ASSERT_TRUE(ask(command::ChangeConditions{{.sheets = {{"cassette-1", 0}, {"cassette-2", 10}}}}, Origin::world));
  ASSERT_TRUE(ask(command::SetSetting{"auto-select-cassette-2", "off"}));
  const auto receipt = ask(command::StartCopy{{}}).value();
  until_paused();
  ASSERT_FALSE(state().active.empty());
  EXPECT_EQ(state().active.front().phase, JobPhase::paused);
  ASSERT_TRUE(ask(command::SetSetting{"auto-select-cassette-2", "on"}));
  EXPECT_EQ(ended(receipt).result, JobResult::completed);
}

TEST_F(CopyTest, a_canceled_copy_leaves_what_was_printed) {
  lay(2);
  ASSERT_TRUE(ask(command::ChangeConditions{{.sheets = {{"cassette-1", 1}}}}, Origin::world));
  const auto receipt = ask(command::StartCopy{{}}).value();
  until_paused();
  EXPECT_TRUE(ask(command::CancelJob{receipt}));
  EXPECT_EQ(ended(receipt).result, JobResult::canceled);
  EXPECT_EQ(page_count(only_paper()), 1);
}

TEST_F(CopyTest, what_cannot_be_copied_is_refused) {
  EXPECT_EQ(ask(command::StartCopy{{}}).error().kind, FailureKind::no_original);
  lay(1);
  EXPECT_EQ(ask(command::StartCopy{{.copies = 0}}).error().kind, FailureKind::invalid_value);
  EXPECT_EQ(ask(command::StartCopy{{.source = "cassette-4"}}).error().kind, FailureKind::invalid_value);
  EXPECT_THAT(tray.papers(), IsEmpty());
}

TEST_F(CopyTest, a_file_of_the_memory_device_prints) {
  stick.is_plugged = true;
  ASSERT_TRUE(ask(command::MemoryDeviceChanged{}, Origin::world));
  const auto receipt = ask(command::PrintFromMemoryDevice{{.file = "letter.pdf", .copies = 2}}).value();
  const auto job = ended(receipt);
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_EQ(job.pages_done, 4);
  EXPECT_EQ(ask(command::PrintFromMemoryDevice{{.file = "other.pdf"}}).error().kind, FailureKind::invalid_value);
}

}  // namespace paneltwin::device
