// Somebody else's command, run to its end. Signals that ask us to end go on to it, and we stay until it has gone.
#pragma once

#include <csignal>
#include <expected>
#include <string>
#include <vector>

#include <sys/types.h>

#include "panel/machine.hpp"

namespace paneltwin::panel {

class ChildProcess {
 public:
  /// Blocks SIGTERM, SIGINT, SIGHUP and SIGCHLD; before any other thread is made, so that all of them do.
  ChildProcess();
  /// Lets them come again.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// Found along PATH; `settings` are laid over our own environment. Failure: exit code 127 when there is no such
  /// command, 126 when it cannot be run, as shells have it.
  std::expected<void, StartError> start(const std::vector<std::string>& command,
                                        const std::vector<std::string>& settings);
  /// Its exit code; 128 and the signal's number when one ended it. SIGTERM and SIGHUP are passed on to it, and SIGKILL
  /// five seconds later when it is still there; SIGINT too, unless the terminal has sent it to both. Blocks.
  int wait();

 private:
  sigset_t watched_{}, before_{};
  pid_t child_ = 0;
};

}  // namespace paneltwin::panel
