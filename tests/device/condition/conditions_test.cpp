// Ink, paper and troubles: what the operator does, what Device Status tells, and what waits for it.
#include <gmock/gmock.h>

#include "device/condition/condition_change.hpp"
#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class ConditionsTest : public MachineTest {
 protected:
  Result<std::int64_t> change(const ConditionChange& change) {
    return ask(command::ChangeConditions{change}, Origin::world);
  }
  Job active() { return state().active.empty() ? Job{} : state().active.front(); }
};

TEST_F(ConditionsTest, a_sheet_waits_for_paper_and_goes_on_when_there_is_some) {
  ASSERT_TRUE(change({.sheets = {{"cassette-1", 0}}}));
  EXPECT_THAT(state().device_errors, IsEmpty()) << "nobody wants any yet";
  const auto receipt = ask(command::PrintStatusSheet{}).value();
  pass(10s);
  EXPECT_EQ(active().phase, JobPhase::paused);
  EXPECT_THAT(state().device_errors, ElementsAre(FailureKind::paper_out));
  EXPECT_THAT(tray.papers(), IsEmpty());
  ASSERT_TRUE(change({.sheets = {{"cassette-1", 20}}}));
  EXPECT_EQ(ended(receipt).result, JobResult::completed);
  EXPECT_THAT(state().device_errors, IsEmpty());
  EXPECT_EQ(state().conditions.source("cassette-1")->sheets, 19);
  EXPECT_EQ(tray.papers().size(), 1u);
}

TEST_F(ConditionsTest, every_trouble_stops_the_printer_until_it_is_over) {
  const std::pair<ConditionChange, FailureKind> troubles[] = {
      {{.cover_open = true}, FailureKind::cover_open},
      {{.paper_jam = true}, FailureKind::paper_jam},
      {{.printer_error = true}, FailureKind::printer_error},
      {{.supplies = {{Supply::cyan, 0}}}, FailureKind::ink_out},
      {{.supplies = {{Supply::maintenance_box, 0}}}, FailureKind::maintenance_box_full}};
  const ConditionChange well{.supplies = {{Supply::cyan, 100}, {Supply::maintenance_box, 100}},
                             .cover_open = false,
                             .paper_jam = false,
                             .printer_error = false};
  for (const auto& [trouble, kind] : troubles) {
    ASSERT_TRUE(change(trouble));
    EXPECT_THAT(state().device_errors, ElementsAre(kind));
    const auto receipt = ask(command::PrintStatusSheet{}).value();
    pass(10s);
    EXPECT_EQ(active().phase, JobPhase::paused) << name_of(kind);
    ASSERT_TRUE(change(well));
    EXPECT_EQ(ended(receipt).result, JobResult::completed) << name_of(kind);
    EXPECT_THAT(state().device_errors, IsEmpty());
  }
}

TEST_F(ConditionsTest, a_waiting_sheet_can_be_canceled_and_nobody_asks_for_paper_any_more) {
  ASSERT_TRUE(change({.sheets = {{"cassette-1", 0}}}));
  const auto receipt = ask(command::PrintStatusSheet{}).value();
  pass(10s);
  EXPECT_TRUE(ask(command::CancelJob{receipt}));
  EXPECT_EQ(ended(receipt).result, JobResult::canceled);
  EXPECT_THAT(state().device_errors, IsEmpty());
}

TEST_F(ConditionsTest, a_scan_goes_on_while_a_print_waits) {
  set_up_mail();
  ASSERT_TRUE(change({.paper_jam = true}));
  const auto sheet = ask(command::PrintStatusSheet{}).value();
  pass(1s);
  EXPECT_EQ(scan().result, JobResult::completed);
  EXPECT_EQ(active().receipt, sheet);
}

TEST_F(ConditionsTest, a_scanner_error_stops_scanning_with_words_for_it) {
  set_up_mail();
  ASSERT_TRUE(change({.scanner_error = true}));
  const auto job = scan();
  EXPECT_EQ(job.result, JobResult::failed);
  EXPECT_EQ(job.failure->kind, FailureKind::scanner_error);
}

TEST_F(ConditionsTest, a_low_supply_warns_and_stops_nothing) {
  ASSERT_TRUE(change({.supplies = {{Supply::yellow, 10}}}));
  EXPECT_THAT(state().device_errors, IsEmpty());
  EXPECT_THAT(state().device_warnings, ElementsAre(FailureKind::ink_low));
  EXPECT_EQ(ended(ask(command::PrintStatusSheet{}).value()).result, JobResult::completed);
}

TEST_F(ConditionsTest, what_is_there_outlives_the_power) {
  ASSERT_TRUE(change({.supplies = {{Supply::magenta, 33}}, .sheets = {{"cassette-2", 7}}, .paper_jam = true}));
  ASSERT_TRUE(ask(command::SetPaper{"cassette-2", PaperSize::a5, PaperType::thick}));
  const auto before = state().conditions;
  power_cut();
  EXPECT_EQ(state().conditions, before);
  EXPECT_THAT(state().device_errors, Contains(FailureKind::paper_jam));
}

TEST_F(ConditionsTest, printing_counts_and_uses_up) {
  const auto before = state().conditions;
  ended(ask(command::PrintStatusSheet{}).value());
  const auto after = state().conditions;
  EXPECT_EQ(after.counters.total(), before.counters.total() + 1);
  EXPECT_EQ(after.counters.by_size[0], before.counters.by_size[0] + 1);
  EXPECT_LT(after.supply(Supply::black).left, before.supply(Supply::black).left);
  EXPECT_EQ(after.supply(Supply::cyan).left, before.supply(Supply::cyan).left);
  restart();
  EXPECT_EQ(state().conditions.counters, after.counters);
}

TEST_F(ConditionsTest, a_source_that_the_model_lacks_cannot_be_filled) {
  const auto refused = change({.sheets = {{"cassette-4", 10}}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, FailureKind::invalid_value);
}

TEST(ConditionChange, is_read_by_names) {
  ConditionChange change;
  EXPECT_TRUE(take(change, "black", "5"));
  EXPECT_TRUE(take(change, "maintenance-box", "100"));
  EXPECT_TRUE(take(change, "paper-tray", "0"));
  EXPECT_TRUE(take(change, "cover-open", "true"));
  EXPECT_EQ(change, (ConditionChange{.supplies = {{Supply::black, 5}, {Supply::maintenance_box, 100}},
                                     .sheets = {{"paper-tray", 0}},
                                     .cover_open = true}));
  for (const auto& [name, value] :
       {std::pair{"black", "101"}, {"black", "much"}, {"white", "1"}, {"cover-open", "yes"}, {"cassette-1", "-1"}}) {
    EXPECT_FALSE(take(change, name, value)) << name << ' ' << value;
  }
}

}  // namespace paneltwin::device
