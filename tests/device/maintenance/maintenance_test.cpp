// The print head: looked at, washed, aligned.
#include <gmock/gmock.h>

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;

class MaintenanceTest : public MachineTest {
 protected:
  std::string print(MaintenanceAction action) {
    const auto job = ended(ask(command::Maintain{action}).value());
    EXPECT_EQ(job.result, JobResult::completed);
    const auto papers = tray.papers();
    const auto found = papers.find(job.file_name);
    return found == papers.end() ? "" : found->second;
  }
};

TEST_F(MaintenanceTest, a_clogged_nozzle_shows_on_the_check_until_the_head_is_washed) {
  const auto clean = print(MaintenanceAction::nozzle_check);
  ASSERT_TRUE(clean.starts_with("%PDF-"));
  ASSERT_TRUE(ask(command::ChangeConditions{{.clogged = {{Supply::cyan, true}}}}, Origin::world));
  pass(1s);
  const auto clogged = print(MaintenanceAction::nozzle_check);
  EXPECT_LT(clogged.size(), clean.size()) << "lines are missing";
  const auto ink = state().conditions.supply(Supply::cyan).left;
  const auto start_of_cleaning = clock.now();
  const auto job = ended(ask(command::Maintain{MaintenanceAction::head_cleaning}).value());
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_GE(clock.now() - start_of_cleaning, 3min);
  EXPECT_LT(state().conditions.supply(Supply::cyan).left, ink);
  EXPECT_FALSE(state().conditions.clogged[3]);
}

TEST_F(MaintenanceTest, the_head_is_cleaned_every_so_many_days_even_after_a_power_cut) {
  const auto cleanings = [&] { return std::ranges::count(state().log, JobType::maintenance, &Job::type); };
  ASSERT_TRUE(ask(command::SetSetting{"head-cleaning-schedule", "3"}));
  pass(2 * 24h);
  EXPECT_EQ(cleanings(), 0);
  power_cut();
  pass(24h);
  for (int i = 0; i < 10; ++i) pass(1min);
  EXPECT_EQ(cleanings(), 1);
  ASSERT_TRUE(ask(command::SetSetting{"head-cleaning-schedule", "0"}));
  pass(30 * 24h);
  EXPECT_EQ(cleanings(), 1);
}

TEST_F(MaintenanceTest, alignment_and_status_sheets_print) {
  EXPECT_TRUE(print(MaintenanceAction::head_alignment).starts_with("%PDF-"));
  for (const auto* sheet : {"configuration-sheet", "supply-sheet", "usage-sheet"}) {
    EXPECT_EQ(ended(ask(command::PrintStatusSheet{sheet}).value()).result, JobResult::completed);
  }
}

}  // namespace paneltwin::device
