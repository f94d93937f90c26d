// The machine behind one small door: commands in, immutable snapshots out. Every screen, page, flow and test is an
// equal client.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "device/assets.hpp"
#include "device/clock.hpp"
#include "device/command.hpp"
#include "device/loop.hpp"
#include "device/ports/firmware_source.hpp"
#include "device/ports/folders.hpp"
#include "device/ports/identity.hpp"
#include "device/ports/mail_transport.hpp"
#include "device/ports/memory_device.hpp"
#include "device/ports/originals.hpp"
#include "device/ports/paper_tray.hpp"
#include "device/ports/print_files.hpp"
#include "device/settings/setting_table.hpp"
#include "device/state.hpp"
#include "device/text/catalogue.hpp"

namespace paneltwin::device {

struct Ports {
  Clock& clock;
  Identity& identity;
  MailTransport& mail;
  Originals& originals;
  PaperTray& tray;
  FirmwareSource* firmware = nullptr;     // nothing: no way to the maker
  Folders* folders = nullptr;             // nothing: no folder can be reached
  MemoryDevice* memory_device = nullptr;  // nothing: the machine has no such port
  PrintFiles* print_files = nullptr;      // nothing: what computers send cannot be printed
};

/// Where mail goes for a service that people sign in to (from the provider file).
struct ServiceAddress {
  std::string name;  // "Microsoft Exchange Online"
  std::string host;
  std::uint16_t port = 587;
  Security security = Security::starttls;
};

struct DeviceOptions {
  std::filesystem::path folder;        // state/device: the store and the spool; made when missing
  std::filesystem::path user_folders;  // Scan to My Folder: a folder a user in it; made when needed
  Product product;                     // serial and mac_address empty: made at first start and kept
  std::string first_language = "en";   // until somebody changes it
  std::string root_certificates{todays_root_certificates};  // that this model comes with
  std::map<EmailService, ServiceAddress> services;
  std::filesystem::path program;  // what runs, for Program Verification; empty: the assets alone are verified
};

/// What the maker's label says: told once, to the operator only.
struct Label {
  std::string serial;
  std::string administrator_password;  // the initial one: eight digits, made at first start, kept for "restore default"
};

class Device {
 public:
  /// Opens the store, takes up jobs that a power failure left, and publishes the first snapshot. Call before
  /// loop.start() or on the loop. Failures: store_failed, `detail` says which file and why, the store is left as it
  /// was; invalid_value, `detail` is the complaint about a file of assets/settings/.
  static Result<std::unique_ptr<Device>> open(Loop& loop, Ports ports, const Texts& texts, const Assets& assets,
                                              DeviceOptions options);
  ~Device();

  /// Never null. Any thread.
  [[nodiscard]] Snapshot snapshot() const;
  /// Any thread. `reply` may be empty. Web Config must say that it is Origin::web.
  void post(Command command, Reply reply = {}, Origin origin = Origin::panel);

  /// `seen` is called on the loop with every new snapshot until the Subscription is gone. Any thread.
  using Subscription = std::shared_ptr<void>;
  [[nodiscard]] Subscription subscribe(std::function<void(Snapshot)> seen);

  [[nodiscard]] const Label& label() const;
  /// Reads what is printed as sheets again; while a file is broken they stay as they were. Loop only.
  std::expected<void, FileError> read_sheets();

  /// Reads the declarations of settings again: new ones begin as they were kept, or as from the factory, and values
  /// that may no longer be give way. While a file is broken all stays as it was. Loop only.
  std::expected<void, FileError> read_settings();

  /// Every setting that SetSetting takes; the reference stays good when they are read again. Loop only, or before
  /// anybody can have asked for that.
  [[nodiscard]] const SettingTable& settings() const;

  class Impl;

 private:
  explicit Device(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> impl_;
};

}  // namespace paneltwin::device
