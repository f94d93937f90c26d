// exec: the machine for as long as somebody else's command runs.
#include <stop_token>
#include <thread>

#include "panel/automation/headless.hpp"
#include "panel/commands/child_process.hpp"
#include "panel/commands/commands.hpp"
#include "panel/commands/ready_file.hpp"
#include "panel/commands/scratch_folder.hpp"
#include "panel/commands/station.hpp"
#include "panel/render/offscreen.hpp"

namespace paneltwin::panel {

int exec_command(const Options& given) {
  ChildProcess child;
  const ScratchFolder scratch;
  Options options = given;
  if (!options.own_state) options.machine.state = scratch.path() / "state";
  if (options.ready_file.empty()) options.ready_file = scratch.path() / "ready.json";

  if (const auto clear = clear_ready_file(options.ready_file); !clear) return refuse(clear.error());
  auto context = OffscreenContext::open();
  if (!context) return refuse({context.error().detail});
  auto machine = Machine::start(options.machine);
  if (!machine) return refuse(machine.error());
  auto station = Station::open(std::move(*machine), options);
  if (!station) return refuse(station.error());
  if (auto ready = station->say_ready(options); !ready) return refuse(ready.error());
  station->machine->keep_state();
  const auto file = std::filesystem::absolute(options.ready_file).string();
  if (auto started = child.start(options.names, {"PANELTWIN_READY=" + file}); !started) return refuse(started.error());

  std::stop_source stop;
  int code = 0;
  std::jthread waiting([&] {
    code = child.wait();
    stop.request_stop();
  });
  run_headless(*station->panel, *station->driver, stop.get_token());
  waiting.join();
  return code;
}

}  // namespace paneltwin::panel
