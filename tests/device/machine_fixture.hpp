// A whole machine on a clock that stands, in a folder of its own, with a world around it that does as the test says.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "device/device.hpp"
#include "tests/device/fake_ports.hpp"
#include "tests/device/temporary_folder.hpp"

namespace paneltwin::device {

class MachineTest : public testing::Test {
 protected:
  MachineTest();
  ~MachineTest() override;

  /// Opens the machine on `folder`; a test goes on only when that works.
  void open();
  [[nodiscard]] Result<std::unique_ptr<Device>> try_open();
  /// Power off and on again, in good order.
  void restart();
  /// The power goes at this very moment: the machine comes up with what was on the disk.
  void power_cut();

  /// Posts, and waits for the reply.
  Result<std::int64_t> ask(Command command, Origin origin = Origin::panel);
  /// Waits until a snapshot is so; nothing when that takes ten real seconds.
  Snapshot until(const std::function<bool(const State&)>& so);
  /// Runs on the loop, and waits.
  void on_loop(const std::function<void()>& task) { loop.sync(task); }
  /// Lets the clock leap, and the machine do what comes due.
  void pass(Duration time);
  [[nodiscard]] State state() const { return *device->snapshot(); }

  /// Signs in at a page, as far as "signed in".
  SignInId sign_in_at_page(const std::string& account = "printer@contoso.example");
  /// Presses OK on the e-mail server page, under OAuth2.
  Result<std::int64_t> press_ok(std::optional<SignInId> sign_in);
  /// Signed in, and stored.
  void set_up_mail();
  [[nodiscard]] static ScanRequest scan_to(std::string recipient = "office@contoso.example");
  /// The job's record once it has ended, time passing meanwhile.
  Job ended(ReceiptNumber receipt);
  Job scan(const ScanRequest& request = scan_to());

  const Instant start = *from_iso8601("2026-11-23T09:30:00Z");
  Product model{.model_id = "large",
                .model_name = "PT-C6000 Series",
                .firmware = "07.84",
                .functions = {"scan-to-email", "fax", "fax-server", "cassette-2", "paper-tray", "a3", "memory-device",
                              "epa-serverless"}};
  FirmwareSource* firmware = nullptr;
  std::string root_certificates{todays_root_certificates};  // that the model comes with
  TemporaryFolder temporary;
  std::filesystem::path folder = temporary.path() / "device";
  const Assets assets{{PANELTWIN_SOURCE_DIR "/assets"}};
  const Texts texts = Texts::load(assets).value();
  Loop loop;
  Clock clock{loop, start};
  FakeIdentity identity{clock};
  FakeMail mail;
  FakeOriginals originals;
  FakeTray tray;
  FakeFolders folders;
  FakeStick stick;
  FakePrintFiles print_files;
  std::filesystem::path program;  // for Program Verification; empty: the assets alone
  std::unique_ptr<Device> device;
};

}  // namespace paneltwin::device
