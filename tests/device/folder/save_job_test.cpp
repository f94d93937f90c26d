// Scans into network folders and onto memory devices.
#include <gmock/gmock.h>

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using testing::ElementsAre;
using testing::SizeIs;

class SaveTest : public MachineTest {
 protected:
  SaveTest() { originals.lay(OriginalPlace::glass, 1); }
  void SetUp() override { ASSERT_TRUE(ask(command::OriginalsChanged{}, Origin::world)); }
  static ScanRequest to_folder() {
    return {.destination = ScanDestination::folder,
            .folder = FolderTarget{FolderMode::smb, "\\\\fileserver\\scans", "scanner", "secret"}};
  }
};

TEST_F(SaveTest, a_scan_lands_in_the_folder_that_was_typed) {
  const auto job = scan(to_folder());
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_EQ(job.type, JobType::scan_to_folder);
  EXPECT_THAT(job.destinations, ElementsAre("\\\\fileserver\\scans"));
  ASSERT_THAT(folders.saved(), SizeIs(1));
  EXPECT_EQ(folders.saved()[0].target.password, "secret");
  EXPECT_TRUE(folders.saved()[0].files.begin()->second.starts_with("%PDF-"));
}

TEST_F(SaveTest, a_contacts_folder_brings_its_password_which_nobody_sees) {
  const auto number = ask(command::StoreContact{
      {.type = ContactType::folder, .name = "Scans", .address = "\\\\fileserver\\scans", .user = "scanner"},
      "pass-word"});
  ASSERT_TRUE(number);
  restart();
  EXPECT_EQ(to_json(state()).find("pass-word"), std::string::npos);
  EXPECT_TRUE(state().contacts.front().password_set);
  originals.lay(OriginalPlace::glass, 1);
  const auto job = scan({.destination = ScanDestination::folder, .contacts = {static_cast<int>(*number)}});
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_EQ(folders.saved()[0].target.password, "pass-word");
}

TEST_F(SaveTest, each_cause_has_its_code) {
  const std::pair<FailureKind, int> causes[] = {
      {FailureKind::folder_name, 321},          {FailureKind::folder_authentication, 322},
      {FailureKind::folder_communication, 323}, {FailureKind::folder_file_exists, 324},
      {FailureKind::folder_full, 325},          {FailureKind::folder_missing, 328}};
  for (const auto& [kind, code] : causes) {
    folders.answer(fail(kind));
    const auto job = scan(to_folder());
    ASSERT_TRUE(job.failure);
    EXPECT_EQ(words_for(job.failure->kind).code, code);
  }
}

TEST_F(SaveTest, the_memory_device_takes_a_scan_while_it_is_there) {
  const ScanRequest to_stick{.destination = ScanDestination::memory_device};
  EXPECT_EQ(ask(command::StartScan{to_stick}).error().kind, FailureKind::memory_device_removed);
  stick.is_plugged = true;
  ASSERT_TRUE(ask(command::MemoryDeviceChanged{}, Origin::world));
  EXPECT_EQ(scan(to_stick).result, JobResult::completed);
  EXPECT_THAT(stick.saved, SizeIs(1));
  stick.answer = fail(FailureKind::memory_device_protected);
  EXPECT_EQ(scan(to_stick).failure->kind, FailureKind::memory_device_protected);
}

TEST(FolderTarget, is_taken_apart_and_shown) {
  const FolderTarget smb{FolderMode::smb, "\\\\fileserver\\scans\\2026", {}, {}};
  EXPECT_EQ(parts_of(smb).server, "fileserver");
  EXPECT_EQ(parts_of(smb).share, "scans");
  EXPECT_EQ(parts_of(smb).path, "2026");
  EXPECT_EQ(shown_location(smb), "\\\\fileserver\\scans\\2026");
  EXPECT_EQ(shown_location({FolderMode::ftp, "ftp.example/in", {}, {}}), "ftp://ftp.example/in");
  for (const auto* wrong : {"", "\\\\fileserver", "\\\\..\\scans", "\\\\fileserver\\scans\\..\\..\\etc"}) {
    EXPECT_FALSE(check(FolderTarget{FolderMode::smb, wrong, {}, {}})) << wrong;
  }
}

}  // namespace paneltwin::device
