// What a machine is made of. Only the files that put it together (machine*.cpp) see it.
#pragma once

#include <map>
#include <mutex>

#include "net/http/server.hpp"
#include "net/oauth/provider.hpp"
#include "net/print/raw_server.hpp"
#include "net/tls/authority.hpp"
#include "net/tls/server_certificate.hpp"
#include "net/wire.hpp"
#include "panel/machine.hpp"
#include "panel/new_folder.hpp"
#include "panel/world/printable_files.hpp"

namespace paneltwin::panel {

/// Held as long as the machine lives: two machines on one state folder would each believe the store to be theirs.
class FolderLock {
 public:
  bool take(const std::filesystem::path& folder);
  FolderLock() = default;
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

 private:
  int descriptor_ = -1;
};

/// When every picture is taken.
device::Instant specimen_moment();

/// What the machine is told of its model; serial number and MAC address are the unit's own.
device::Product product_of(const Model& model);
/// The second network, as far as its cable tells.
device::Network additional_network_of(const MachineOptions& options);

// Members stand in the order they are made; what is made later uses what was made before it and goes first.
struct Machine::Impl {
  MachineOptions options;
  device::Assets assets;
  std::optional<device::Texts> texts;
  Model model;
  NewFolder new_state;
  FolderLock lock;
  device::Loop loop;
  device::Clock clock{loop, options.specimen ? specimen_moment() : device::Clock::system_now()};
  net::Faults faults;
  net::WireTrace trace;
  FileOriginals originals;
  std::optional<FolderTray> tray;
  FolderStick stick;
  PrintableFiles print_files;
  std::optional<ShareFolders> shares;
  std::unique_ptr<net::tls::Authority> authority;
  std::unique_ptr<net::tls::ServerCertificate> certificate;
  std::unique_ptr<net::cloud::Cloud> cloud;
  std::optional<net::Wire> wire, additional_wire, maker_wire;
  std::unique_ptr<device::Identity> identity;
  std::unique_ptr<device::MailTransport> mail;
  std::unique_ptr<device::FirmwareSource> maker_site;
  std::unique_ptr<device::Device> device;
  device::Device::Subscription trust;
  std::unique_ptr<net::webconfig::WebConfig> web_config;
  std::unique_ptr<net::http::Server> web, web_tls;
  std::unique_ptr<net::print::RawServer> raw;
  std::mutex acts;
  std::function<void(const std::string&)> seen;  // of what the operator does

  bool settings_broken = false;                             // their files, when they were read last
  std::map<std::string, net::cloud::FirmwareOffer> offers;  // by model, as it could be read last

  // What is read before there is anything to keep it in.
  std::vector<device::AccessPoint> air;
  std::optional<net::oauth::Provider> own_provider;
  std::map<device::EmailService, net::oauth::Provider> providers;

  /// What every model can be updated to, and the list of root certificates; of a model that cannot be read what it was.
  std::vector<net::cloud::FirmwareOffer> read_offers();

  // The parts of start, in their order.
  using Done = std::expected<void, StartError>;
  Done read_assets();
  Done open_folders();
  Done open_cloud();
  void open_wires();
  Done open_device();
  Done open_pages();
  /// What the world around tells the machine at its start.
  void introduce(const std::string& web_config_url);

  explicit Impl(MachineOptions chosen) : options(std::move(chosen)), assets(options.assets) {}
};

}  // namespace paneltwin::panel
