// Lets Web Config see the glass (Status > Panel Snapshot).
#pragma once

#include "panel/automation/driver.hpp"
#include "panel/machine.hpp"

namespace paneltwin::panel {

/// Must go before `driver` and `machine` do.
class PanelCamera {
 public:
  PanelCamera(Machine& machine, Driver& driver);
  ~PanelCamera();
  PanelCamera(const PanelCamera&) = delete;
  PanelCamera& operator=(const PanelCamera&) = delete;

 private:
  Machine& machine_;
};

}  // namespace paneltwin::panel
