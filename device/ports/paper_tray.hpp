// Port: the output tray that printed sheets land in. panel/world implements it with a folder.
#pragma once

#include <string>

#include "device/failure.hpp"

namespace paneltwin::device {

class PaperTray {
 public:
  virtual ~PaperTray() = default;
  /// Puts a printed document (PDF bytes) into the tray under `name` (made unique there). Worker thread. Failure:
  /// output_failed.
  virtual Result<void> put(const std::string& name, const std::string& pdf) = 0;
};

}  // namespace paneltwin::device
