// Everything put together: loop, clock, device, wires, Web Config, the built-in cloud, the world around. Every command
// starts one.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "device/device.hpp"
#include "net/cloud/cloud.hpp"
#include "net/trace/wire_trace.hpp"
#include "net/webconfig/webconfig.hpp"
#include "net/world/faults.hpp"
#include "panel/panel.hpp"
#include "panel/world/file_originals.hpp"
#include "panel/world/folder_stick.hpp"
#include "panel/world/folder_tray.hpp"
#include "panel/world/share_folders.hpp"

namespace paneltwin::panel {

struct MachineOptions {
  std::vector<std::filesystem::path> assets;  // folders, the designer's own first
  std::filesystem::path state;
  std::string model = "large";
  std::optional<std::string> language;  // forced; nothing: the one that the machine keeps
  std::string scenario;
  std::filesystem::path provider;  // empty: the built-in cloud
  std::string listen = "127.0.0.1";
  std::uint16_t web_port = 8080, web_tls_port = 8443, cloud_port = 8444, smtp_port = 8587;
  std::uint16_t raw_port = 0;          // printing from computers; 0: any free one
  bool raw_port_may_be_other = false;  // where that one is taken
  bool clock_stands = false;
  bool specimen = false;  // the same unit at the same moment and addresses each time: for pictures
};

/// What is said to the user when a machine cannot start: one line, and the exit code (2 usage, 1 else).
struct StartError {
  std::string message;
  int exit_code = 1;
};

class Machine {
 public:
  static std::expected<std::unique_ptr<Machine>, StartError> start(MachineOptions options);
  ~Machine();

  device::Loop& loop();
  device::Clock& clock();
  /// A state folder that the start has made goes with the machine unless this is called: all that belongs to it runs.
  void keep_state();
  device::Device& device();
  net::cloud::Cloud& cloud();
  net::Faults& faults();
  net::webconfig::WebConfig& web_config();
  net::WireTrace& trace();
  FileOriginals& originals();
  FolderTray& tray();
  FolderStick& stick();
  ShareFolders& shares();
  const device::Texts& texts() const;
  const device::Assets& assets() const;
  const Model& model() const;  // that it started as
  /// What was read of the assets, by what it is about, for Panel::note().
  using Reads = std::map<std::string, std::expected<void, device::FileError>>;
  /// Takes up saved files that are not the panel's alone: pages, information on them, sheets to print. What is broken
  /// stays as it was. Any thread but the loop's.
  Reads reload(const std::set<std::filesystem::path>& changed);
  /// Reads what the start left for when it is asked for: languages, information. Any thread but the loop's.
  Reads read_rest();
  /// Another model in its place (command ChangeModel). Any thread but the loop's. Failure: busy.
  device::Result<void> become(const Model& model);
  const MachineOptions& options() const;
  [[nodiscard]] std::filesystem::path authority() const;  // ca.pem
  [[nodiscard]] std::string web_config_url() const;       // https
  [[nodiscard]] std::string web_config_http_url() const;
  [[nodiscard]] std::uint16_t raw_port() const;
  /// Lays a card on the reader; an empty one takes it away. `told` may be empty. Any thread.
  void lay_card(const std::string& card, device::Reply told);
  /// Sets the fault by its name ("dns", "smtp-port", "tls", "network", "additional-network"); false when there is none
  /// of that name. Any thread.
  bool set_fault(std::string_view name, bool on);
  void clear_faults();
  [[nodiscard]] std::map<std::string_view, bool> faults_by_name() const;
  /// Brings device and cloud to a named start (assets/scenarios/<name>.yaml). Any thread but the loop's.
  device::Result<void> play_scenario(const std::string& name);
  /// Whoever acts for the operator (bench, control port) says so as a flow's step, "clock: {advance: 91d}"; one
  /// listener writes it down. Any thread.
  void did(const std::string& step);
  void on_act(std::function<void(const std::string&)> seen);
  /// The ready file's JSON (contract); `control` and its token (empty: none) as given.
  [[nodiscard]] std::string ready_json(const std::string& control, const std::string& token) const;

 private:
  struct Impl;
  explicit Machine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
