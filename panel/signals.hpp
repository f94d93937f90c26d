// SIGTERM and SIGINT end the program cleanly.
#pragma once

#include <memory>
#include <stop_token>

#include "device/loop.hpp"

namespace paneltwin::panel {

class Signals {
 public:
  /// Requests a stop of `stop` (on the loop) at the first SIGTERM or SIGINT.
  Signals(device::Loop& loop, std::stop_source stop);
  ~Signals();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
