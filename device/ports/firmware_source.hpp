// Port: where the maker offers firmware. net/firmware implements it.
#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "device/failure.hpp"

namespace paneltwin::device {

/// Every call ends in exactly one `done`, on the loop. Failures: dns, communication, tls_…, temporary; not_found, when
/// there is none for the model.
class FirmwareSource {
 public:
  virtual ~FirmwareSource() = default;
  /// The newest version for the model.
  virtual void newest(std::string model, std::stop_token stop,
                      std::move_only_function<void(Result<std::string>)> done) = 0;
  /// The file of that version. `progress` is told how much of it has come, in percent.
  virtual void download(std::string model, std::string version, std::function<void(int)> progress, std::stop_token stop,
                        std::move_only_function<void(Result<std::string>)> done) = 0;
};

}  // namespace paneltwin::device
