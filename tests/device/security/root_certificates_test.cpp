// Root Certificate Update: the list that the machine knows, the maker's, and what becomes of it.
#include "device/firmware/firmware_file.hpp"
#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {
namespace {

using namespace std::chrono_literals;

/// The maker's site, as the test says.
struct RootsOfTheMaker : FirmwareSource {
  Result<std::string> offer = std::string("02.03");
  std::string file = write_firmware_file({"root-certificates", "02.03", "authorities"});
  std::vector<std::string> asked;

  void newest(std::string item, std::stop_token, std::move_only_function<void(Result<std::string>)> done) override {
    asked.push_back(item);
    done(offer);
  }
  void download(std::string, std::string, std::function<void(int)>, std::stop_token,
                std::move_only_function<void(Result<std::string>)> done) override {
    done(file);
  }
};

class RootCertificatesTest : public MachineTest {
 protected:
  RootCertificatesTest() {
    root_certificates = "01.07";
    firmware = &maker;
    restart();
  }
  RootCertificates update() {
    EXPECT_TRUE(ask(command::UpdateRootCertificates{}, Origin::web));
    return until([](const State& now) { return !now.root_certificates.updating; })->root_certificates;
  }
  RootsOfTheMaker maker;
};

TEST_F(RootCertificatesTest, an_old_list_knows_none_of_todays_until_it_is_updated) {
  EXPECT_FALSE(state().root_certificates.know_todays());
  const auto now = update();
  EXPECT_EQ(now.version, "02.03");
  EXPECT_TRUE(now.know_todays());
  EXPECT_EQ(maker.asked, std::vector<std::string>{"root-certificates"});
  power_cut();
  EXPECT_EQ(state().root_certificates.version, "02.03");
}

TEST_F(RootCertificatesTest, what_is_the_newest_already_stays) {
  update();
  EXPECT_TRUE(update().up_to_date);
  EXPECT_FALSE(state().root_certificates.failure);
}

TEST_F(RootCertificatesTest, a_maker_out_of_reach_and_a_file_that_is_none_leave_the_old_one) {
  maker.offer = fail(FailureKind::dns);
  EXPECT_EQ(update().failure->kind, FailureKind::dns);
  maker.offer = "02.03";
  maker.file.back() ^= 1;
  EXPECT_EQ(update().failure->kind, FailureKind::firmware_file);
  maker.file = write_firmware_file({"large", "02.03", "firmware"});
  EXPECT_EQ(update().failure->kind, FailureKind::firmware_other_model);
  EXPECT_EQ(state().root_certificates.version, "01.07");
}

TEST_F(RootCertificatesTest, new_firmware_brings_its_own) {
  EXPECT_TRUE(
      ask(command::UpdateFirmwareFrom{write_firmware_file({"large", "07.85.GW01Q4", "firmware"})}, Origin::web));
  for (int i = 0; i < 60; ++i) pass(1s);
  EXPECT_EQ(state().product.firmware, "07.85.GW01Q4");
  EXPECT_EQ(state().root_certificates.version, todays_root_certificates);
}

}  // namespace
}  // namespace paneltwin::device
