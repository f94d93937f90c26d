// One machine and its panel behind addresses: all of /paneltwin/, for the machine that runs and for that of each
// WebDriver session.
#pragma once

#include <memory>

#include "net/http/router.hpp"
#include "panel/automation/driver.hpp"
#include "panel/automation/flow_desk.hpp"
#include "panel/machine.hpp"

namespace paneltwin::panel {

class MachineControl {
 public:
  /// All must outlive it, the desk as long as `driver` is pumped. Without a desk (null) nothing can be recorded. Any
  /// thread but the machine's loop; ends on the same.
  MachineControl(Machine& machine, Driver& driver, FlowDesk* desk);
  ~MachineControl();

  /// Answers on the machine's loop, which it is to be called on.
  void operator()(const net::http::Request& request, net::http::Respond respond) const;
  [[nodiscard]] const net::http::Router& routes() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
