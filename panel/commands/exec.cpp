// exec: the machine for as long as somebody else's command runs.
#include <cstring>
#include <stop_token>
#include <thread>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "panel/automation/headless.hpp"
#include "panel/commands/commands.hpp"
#include "panel/commands/scratch_folder.hpp"
#include "panel/commands/station.hpp"
#include "panel/render/offscreen.hpp"

namespace paneltwin::panel {

/// Starts the command with PANELTWIN_READY set, found along PATH; nothing when it cannot be started.
static std::expected<pid_t, StartError> start(const std::vector<std::string>& command,
                                              const std::filesystem::path& ready_file) {
  std::vector<std::string> settings{"PANELTWIN_READY=" + ready_file.string()};
  for (char** setting = environ; *setting; ++setting) {
    if (!std::string_view(*setting).starts_with("PANELTWIN_READY=")) settings.emplace_back(*setting);
  }
  const auto pointers = [](const std::vector<std::string>& texts) {
    std::vector<char*> list;
    list.reserve(texts.size() + 1);
    for (const auto& text : texts)
      list.push_back(const_cast<char*>(text.c_str()));  // posix_spawn leaves them as they are
    list.push_back(nullptr);
    return list;
  };
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, command.front().c_str(), nullptr, nullptr, pointers(command).data(),
                                   pointers(settings).data());
  if (error != 0)
    return std::unexpected(StartError{"cannot start " + command.front() + ": " + std::strerror(error), 2});
  return child;
}

int exec_command(const Options& given) {
  const ScratchFolder scratch;
  Options options = given;
  if (!options.own_state) options.machine.state = scratch.path() / "state";
  if (options.ready_file.empty()) options.ready_file = scratch.path() / "ready.json";

  auto context = OffscreenContext::open();
  if (!context) return refuse({context.error().detail});
  auto machine = Machine::start(options.machine);
  if (!machine) return refuse(machine.error());
  auto station = Station::open(std::move(*machine), options);
  if (!station) return refuse(station.error());
  if (auto ready = station->say_ready(options); !ready) return refuse(ready.error());
  const auto child = start(options.names, options.ready_file);
  if (!child) return refuse(child.error());

  std::stop_source stop;
  int status = 0;
  std::jthread waiting([&] {
    ::waitpid(*child, &status, 0);
    stop.request_stop();
  });
  run_headless(*station->panel, *station->driver, stop.get_token());
  waiting.join();
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace paneltwin::panel
