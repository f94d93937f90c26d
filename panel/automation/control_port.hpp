// The operator's side over HTTP: /paneltwin/ for the machine that runs, W3C WebDriver with a machine for each session.
// Stands in for hands and world; never for a trainee.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "device/failure.hpp"
#include "panel/automation/driver.hpp"
#include "panel/automation/flow_desk.hpp"
#include "panel/machine.hpp"

namespace paneltwin::panel {

class ControlPort {
 public:
  /// Listens where the machine does. Beyond loopback every request needs `Authorization: Bearer <token()>`, or Basic
  /// with the token as password, for clients that know no other. Sessions look like `theme` unless they ask for
  /// another. `desk` records; it lives as long as `driver` is pumped. Any thread but the loop's; ends on the same.
  /// Failure: communication.
  static device::Result<std::unique_ptr<ControlPort>> listen(Machine& machine, Driver& driver, FlowDesk& desk,
                                                             std::uint16_t port, std::string theme);
  ~ControlPort();

  [[nodiscard]] std::string url() const;           // "http://127.0.0.1:8090"
  [[nodiscard]] const std::string& token() const;  // empty on loopback

 private:
  struct Impl;
  explicit ControlPort(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
