// Presets, and the home screen's arrangement: kept, and as they were.
#include <gmock/gmock.h>

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using testing::SizeIs;

class PresetsTest : public MachineTest {};

TEST_F(PresetsTest, are_kept_with_all_their_settings) {
  const CopyRequest copy{.copies = 3,
                         .color = ColorMode::black_and_white,
                         .sides = CopySides::two_to_one,
                         .layout = CopyLayout::two_up,
                         .density = -2,
                         .fit = false,
                         .percent = 71,
                         .source = "cassette-2",
                         .remove_background = true};
  ScanRequest scan = scan_to();
  scan.contacts = {4, 5};
  scan.format = FileFormat::tiff_multi;
  scan.page = {OriginalType::photo, 3, true, PaperSize::b5, true};
  scan.compression = Compression::high;
  ASSERT_TRUE(ask(command::StorePreset{{.name = "Minutes", .copy = copy}}));
  ASSERT_TRUE(ask(command::StorePreset{{.name = "To the office", .scan = scan}}));
  power_cut();
  ASSERT_THAT(state().presets, SizeIs(2));
  EXPECT_EQ(state().presets[0].copy, copy);
  EXPECT_EQ(state().presets[1].scan, scan);
  ASSERT_TRUE(ask(command::DeletePreset{1}));
  restart();
  EXPECT_THAT(state().presets, SizeIs(1));
}

TEST_F(PresetsTest, a_folders_password_is_not_in_them) {
  ScanRequest scan{.destination = ScanDestination::folder,
                   .folder = FolderTarget{FolderMode::smb, "\\\\fileserver\\scans", "scanner", "pass-word"}};
  ASSERT_TRUE(ask(command::StorePreset{{.name = "Folder", .scan = scan}}));
  EXPECT_EQ(state().presets[0].scan->folder->password, "");
}

TEST_F(PresetsTest, the_home_screen_stays_as_it_was_arranged) {
  const HomeSettings home{{"scan", "copy"}, {"maintenance"}, "hills"};
  ASSERT_TRUE(ask(command::SetHome{home}));
  power_cut();
  EXPECT_EQ(state().home, home);
  EXPECT_EQ(ask(command::SetHome{{.order = {"two words"}}}).error().kind, FailureKind::invalid_value);
}

}  // namespace paneltwin::device
