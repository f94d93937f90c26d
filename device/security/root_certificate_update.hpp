// Gets the maker's newest list of root certificates and keeps it.
#pragma once

#include <stop_token>
#include <string>

#include "device/flow.hpp"

namespace paneltwin::device {

/// Loop only.
class RootCertificateUpdate {
 public:
  explicit RootCertificateUpdate(Core& core) : core_(core) {}
  ~RootCertificateUpdate() { stop_.request_stop(); }
  RootCertificateUpdate(const RootCertificateUpdate&) = delete;
  RootCertificateUpdate& operator=(const RootCertificateUpdate&) = delete;

  /// Answers at once; the state shows how it ends. Failures: busy while one runs; not_found without a way to the maker.
  Result<void> begin();
  /// New firmware brings its own list, unless there is a newer one already. Durable.
  Result<void> came_with_firmware();
  /// Of a unit of this model: what was updated, or what it came with.
  static std::string remembered(const SettingValues& settings, const DeviceOptions& options);

 private:
  Flow fetch_and_keep();
  Result<void> keep(const std::string& version);
  void ended(std::optional<Failure> failure);

  Core& core_;
  std::stop_source stop_;
};

}  // namespace paneltwin::device
