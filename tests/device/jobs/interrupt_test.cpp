// Interrupt: a job makes room between two sheets, and goes on.
#include <gmock/gmock.h>

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;

class InterruptTest : public MachineTest {
 protected:
  ReceiptNumber print(int pages = 20) {
    const auto content = std::make_shared<const std::string>("PAGES " + std::to_string(pages));
    return ask(command::PrintFromComputer{{.name = "long", .content = content}}, Origin::world).value();
  }
  ReceiptNumber copy(int pages = 1, int copies = 1) {
    originals.lay(OriginalPlace::feeder, pages);
    EXPECT_TRUE(ask(command::OriginalsChanged{}, Origin::world));
    return ask(command::StartCopy{{.copies = copies}}).value();
  }
  Result<std::int64_t> interrupt(bool on) { return ask(command::SetInterrupt{on}); }
  [[nodiscard]] Job job(ReceiptNumber receipt) const {
    const auto now = state();
    for (const auto* list : {&now.active, &now.log}) {
      const auto found = std::ranges::find(*list, receipt, &Job::receipt);
      if (found != list->end()) return *found;
    }
    return {};
  }
  void let_pass_until(const std::function<bool()>& so) {
    for (int i = 0; i < 200 && !so(); ++i) pass(500ms);
    EXPECT_TRUE(so()) << to_json(state());
  }
  /// A long print that has begun to print, interrupted and standing.
  ReceiptNumber interrupted_print() {
    const auto receipt = print();
    let_pass_until([&] { return job(receipt).phase == JobPhase::printing && job(receipt).pages_done >= 2; });
    EXPECT_TRUE(interrupt(true));
    let_pass_until([&] { return state().interruption && state().interruption->stands; });
    return receipt;
  }
};

TEST_F(InterruptTest, a_print_stands_after_its_sheet_and_a_copy_goes_first) {
  const auto printing = interrupted_print();
  const auto done = job(printing).pages_done;
  EXPECT_EQ(job(printing).phase, JobPhase::paused);
  EXPECT_EQ(state().interruption->receipt, printing);
  const auto copied = copy();
  EXPECT_EQ(ended(copied).result, JobResult::completed);
  EXPECT_EQ(job(printing).pages_done, done) << "it stands until it is told to go on";
  ASSERT_TRUE(interrupt(false));
  const auto finished = ended(printing);
  EXPECT_EQ(finished.result, JobResult::completed);
  EXPECT_EQ(finished.pages_done, 20);
  EXPECT_FALSE(state().interruption);
}

TEST_F(InterruptTest, what_waited_before_does_not_overtake) {
  const auto printing = interrupted_print();
  const auto waiting = print(1);
  pass(30s);
  EXPECT_EQ(job(waiting).phase, JobPhase::waiting);
  ASSERT_TRUE(interrupt(false));
  EXPECT_EQ(ended(waiting).result, JobResult::completed);
  EXPECT_EQ(job(printing).result, JobResult::completed);
  EXPECT_LE(*job(printing).ended, *job(waiting).ended);
}

TEST_F(InterruptTest, it_goes_on_only_after_the_copy_that_came_in_between) {
  const auto printing = interrupted_print();
  const auto copied = copy(1, 3);
  ASSERT_TRUE(interrupt(false));
  EXPECT_FALSE(state().interruption);
  EXPECT_EQ(ended(copied).result, JobResult::completed);
  EXPECT_EQ(ended(printing).result, JobResult::completed);
  EXPECT_LT(*job(copied).ended, *job(printing).ended);
}

TEST_F(InterruptTest, a_copy_that_goes_first_can_be_interrupted_itself) {
  const auto printing = interrupted_print();
  const auto first = copy(1, 9);
  ASSERT_TRUE(interrupt(false));
  let_pass_until([&] { return job(first).phase == JobPhase::printing && job(first).pages_done >= 1; });
  ASSERT_TRUE(interrupt(true));
  let_pass_until([&] { return state().interruption && state().interruption->stands; });
  const auto second = copy();
  EXPECT_EQ(ended(second).result, JobResult::completed);
  EXPECT_EQ(job(printing).phase, JobPhase::paused);
  ASSERT_TRUE(interrupt(false));
  EXPECT_EQ(ended(printing).result, JobResult::completed);
  EXPECT_EQ(job(first).result, JobResult::completed);
  EXPECT_LT(*job(first).ended, *job(printing).ended);
}

TEST_F(InterruptTest, a_copy_makes_room_once_it_has_read_its_originals) {
  const auto long_copy = copy(3, 4);
  let_pass_until([&] { return job(long_copy).phase == JobPhase::scanning; });
  ASSERT_TRUE(interrupt(true));
  let_pass_until([&] { return state().interruption && state().interruption->stands; });
  EXPECT_EQ(job(long_copy).pages_done, 0);
  EXPECT_EQ(ended(copy()).result, JobResult::completed);
  ASSERT_TRUE(interrupt(false));
  EXPECT_EQ(ended(long_copy).pages_done, 12);
}

TEST_F(InterruptTest, the_operation_time_out_lets_it_go_on) {
  const auto printing = interrupted_print();
  ASSERT_TRUE(ask(command::Touched{}));
  pass(state().basic.operation_time_out + 1s);
  EXPECT_FALSE(state().interruption);
  EXPECT_EQ(ended(printing).result, JobResult::completed);
}

TEST_F(InterruptTest, what_stands_can_be_canceled) {
  const auto printing = interrupted_print();
  ASSERT_TRUE(ask(command::CancelJob{printing}));
  EXPECT_EQ(job(printing).result, JobResult::canceled);
  EXPECT_FALSE(state().interruption);
  EXPECT_EQ(ended(print(1)).result, JobResult::completed);
}

TEST_F(InterruptTest, what_stands_survives_a_power_failure_as_other_prints_do) {
  const auto printing = interrupted_print();
  power_cut();
  EXPECT_FALSE(state().interruption);
  EXPECT_EQ(ended(printing).pages_done, 20);
}

TEST_F(InterruptTest, where_nothing_prints_there_is_nothing_to_interrupt) {
  EXPECT_EQ(interrupt(true).error().kind, FailureKind::not_found);
  EXPECT_TRUE(interrupt(false));
}

}  // namespace paneltwin::device
