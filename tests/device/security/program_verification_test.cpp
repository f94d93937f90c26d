// Program Verification on Start Up: what was recorded against what there is.
#include <gmock/gmock.h>

#include "device/security/program_digests.hpp"
#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using Phase = ProgramVerification::Phase;

class ProgramVerificationTest : public MachineTest {
 protected:
  ProgramVerificationTest() {
    program = temporary.path() / "program";
    write_file(program, "the program");
    restart();
  }
  void turn(const std::string& on) { ASSERT_TRUE(ask(command::SetSetting{"program-verification", on}, Origin::web)); }
  ProgramVerification verified() {
    return until([](const State& state) { return state.program.phase != Phase::verifying; })->program;
  }
  void log_in() { ASSERT_TRUE(ask(command::LogInAdministrator{device->label().administrator_password})); }
};

TEST_F(ProgramVerificationTest, off_it_is_off) {
  write_file(program, "another one");
  restart();
  EXPECT_EQ(verified().phase, Phase::off);
}

TEST_F(ProgramVerificationTest, the_same_program_is_good_at_every_start) {
  turn("on");
  EXPECT_EQ(verified().phase, Phase::good);
  restart();
  EXPECT_EQ(verified().phase, Phase::good);
}

TEST_F(ProgramVerificationTest, an_altered_one_is_told_and_logged_and_stays_so_until_it_is_accepted) {
  ASSERT_TRUE(ask(command::SetSetting{"audit-log", "on"}, Origin::web));
  turn("on");
  verified();
  write_file(program, "another one");
  restart();
  const auto found = verified();
  EXPECT_EQ(found.phase, Phase::altered);
  EXPECT_THAT(found.altered, ElementsAre("program"));
  EXPECT_THAT(state().device_warnings, Contains(FailureKind::program_altered));
  EXPECT_THAT(*state().audit, Contains(Field(&AuditEntry::event, AuditEvent::program_altered)));
  restart();
  EXPECT_EQ(verified().phase, Phase::altered);

  EXPECT_EQ(ask(command::AcceptProgram{}).error().kind, FailureKind::not_allowed);
  log_in();
  ASSERT_TRUE(ask(command::AcceptProgram{}));
  EXPECT_EQ(state().program.phase, Phase::good);
  EXPECT_TRUE(state().device_warnings.empty());
  EXPECT_THAT(*state().audit, Contains(Field(&AuditEntry::event, AuditEvent::program_accepted)));
  EXPECT_EQ(ask(command::AcceptProgram{}).error().kind, FailureKind::not_found);
  restart();
  EXPECT_EQ(verified().phase, Phase::good);
}

TEST_F(ProgramVerificationTest, turned_off_and_on_again_it_records_anew) {
  turn("on");
  verified();
  write_file(program, "another one");
  turn("off");
  EXPECT_EQ(state().program.phase, Phase::off);
  turn("on");
  verified();
  restart();
  EXPECT_EQ(verified().phase, Phase::good);
}

TEST(ProgramDigests, what_is_other_what_is_gone_and_what_has_come) {
  const ProgramDigests before{{"a", "1"}, {"b", "2"}, {"c d", "3"}}, now{{"b", "9"}, {"c d", "3"}, {"e", "4"}};
  EXPECT_THAT(differences(before, now), ElementsAre("a", "b", "e"));
  EXPECT_EQ(program_digests_in(written(before)), before);
}

TEST(ProgramDigests, of_a_designers_file_over_a_built_in_one_the_designers_counts) {
  const TemporaryFolder folder;
  for (const auto* name : {"own", "built-in"}) {
    std::filesystem::create_directories(folder.path() / name / "menus");
    write_file(folder.path() / name / "menus/main.yaml", name);
  }
  const auto both = digests_of("", Assets({folder.path() / "own", folder.path() / "built-in"}));
  EXPECT_EQ(both, digests_of("", Assets({folder.path() / "own"})));
  EXPECT_NE(both, digests_of("", Assets({folder.path() / "built-in"})));
  EXPECT_EQ(both.at("menus/main.yaml").size(), 64u);
}

}  // namespace paneltwin::device
