// Updating the firmware: look, get the file, check it, write it, restart. Until all of it is written the old one stays.
#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "device/email/sign_ins.hpp"
#include "device/flow.hpp"
#include "device/power.hpp"
#include "device/security/root_certificate_update.hpp"

namespace paneltwin::device {

class FirmwareUpdate {
 public:
  FirmwareUpdate(Core& core, Power& power, SignIns& sign_ins, RootCertificateUpdate& roots)
      : core_(core), power_(power), sign_ins_(sign_ins), roots_(roots) {}
  ~FirmwareUpdate() { stop_.request_stop(); }
  FirmwareUpdate(const FirmwareUpdate&) = delete;
  FirmwareUpdate& operator=(const FirmwareUpdate&) = delete;

  /// Asks the maker for the newest version; `found` is told when it came, and whether it is newer. Each of these
  /// answers at once and shows how it goes in the state. Failures: busy, while there is an update or a job; not_found,
  /// without a way to the maker.
  Result<void> look(std::move_only_function<void(bool newer)> found = {});
  /// Gets the newest one from the maker.
  Result<void> update();
  /// Takes this file. Failures also: firmware_file, firmware_other_model, firmware_not_newer.
  Result<void> update_from(const std::string& content);
  /// `seen` is told when new firmware is on the machine.
  void on_written(std::function<void()> seen) { written_ = std::move(seen); }
  /// True while nothing else may be begun: from the download to the restart.
  [[nodiscard]] bool is_under_way() const;

 private:
  [[nodiscard]] Result<void> may_begin() const;
  Flow find_newest(std::move_only_function<void(bool newer)> found);
  Flow fetch_and_write();
  Flow write(std::string version);
  /// What the file holds, if this machine is to have it.
  [[nodiscard]] Result<std::string> version_in(const std::string& content) const;
  void show(FirmwarePhase phase, int percent = 0);
  void failed(Failure failure);

  Core& core_;
  Power& power_;
  SignIns& sign_ins_;
  RootCertificateUpdate& roots_;
  std::function<void()> written_ = [] {};
  std::stop_source stop_;
};

}  // namespace paneltwin::device
