#include "panel/commands/child_process.hpp"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "panel/argument_list.hpp"

namespace paneltwin::panel {

using std::chrono::steady_clock;

static constexpr std::chrono::seconds patience{5};  // between SIGTERM and SIGKILL

ChildProcess::ChildProcess() {
  ::sigemptyset(&watched_);
  for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGCHLD}) ::sigaddset(&watched_, number);
  ::signal(SIGCHLD, SIG_DFL);  // whoever ignores it for us would take the exit code away
  ::pthread_sigmask(SIG_BLOCK, &watched_, &before_);
}

ChildProcess::~ChildProcess() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

static std::vector<std::string> environment_with(const std::vector<std::string>& settings) {
  std::vector<std::string> all = settings;
  for (char** setting = environ; *setting; ++setting) {
    const std::string_view one = *setting;
    const auto name = one.substr(0, one.find('=') + 1);
    bool is_ours = false;
    for (const auto& own : settings) is_ours = is_ours || own.starts_with(name);
    if (!is_ours) all.emplace_back(one);
  }
  return all;
}

std::expected<void, StartError> ChildProcess::start(const std::vector<std::string>& command,
                                                    const std::vector<std::string>& settings) {
  const auto environment = environment_with(settings);
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setsigmask(&attributes, &before_);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  const int error = ::posix_spawnp(&child_, command.front().c_str(), nullptr, &attributes,
                                   argument_list(command).data(), argument_list(environment).data());
  ::posix_spawnattr_destroy(&attributes);
  if (error == 0) return {};
  return std::unexpected(
      StartError{"cannot start " + command.front() + ": " + std::strerror(error), error == ENOENT ? 127 : 126});
}

int ChildProcess::wait() {
  std::optional<steady_clock::time_point> kill_at;
  for (;;) {
    int status = 0;
    if (::waitpid(child_, &status, WNOHANG) == child_) {
      return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    timespec left{3600, 0};
    if (kill_at) {
      const auto rest = std::chrono::duration_cast<std::chrono::nanoseconds>(*kill_at - steady_clock::now()).count();
      if (rest <= 0) {
        ::kill(child_, SIGKILL);
        kill_at.reset();
      } else {
        left = {rest / 1'000'000'000, rest % 1'000'000'000};
      }
    }
    siginfo_t told{};
    const int number = ::sigtimedwait(&watched_, &told, &left);
    const bool ends = number == SIGTERM || number == SIGHUP;
    if (ends && !kill_at) kill_at = steady_clock::now() + patience;
    if (ends || (number == SIGINT && told.si_code <= 0)) ::kill(child_, number);
  }
}

}  // namespace paneltwin::panel
