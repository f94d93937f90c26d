// run: the panel in a window with the bench beside it. serve: the same machine without one.
#include <csignal>
#include <cstdlib>
#include <expected>
#include <functional>
#include <memory>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "panel/automation/headless.hpp"
#include "panel/commands/commands.hpp"
#include "panel/commands/live_assets.hpp"
#include "panel/commands/ready_file.hpp"
#include "panel/commands/station.hpp"
#include "panel/render/offscreen.hpp"
#include "panel/screens/screens.hpp"
#include "panel/signals.hpp"
#include "panel/sound/speaker.hpp"
#include "panel/window/shell.hpp"

namespace paneltwin::panel {

static void say_where(const Station& station) {
  fmt::print("Web Config  {}\nCloud       {}\nControl     {}\nAdministrator's password  {}\n",
             station.machine->web_config_url(), station.machine->cloud().base_url(), station.control->url(),
             station.machine->device().label().administrator_password);
  std::fflush(stdout);
}

static int serve(const Options& options) {
  auto context = OffscreenContext::open();
  if (!context) return refuse({context.error().detail});
  auto machine = Machine::start(options.machine);
  if (!machine) return refuse(machine.error());
  auto station = Station::open(std::move(*machine), options);
  if (!station) return refuse(station.error());
  const std::stop_source stop;
  const Signals signals(station->machine->loop(), stop);
  if (auto ready = station->say_ready(options); !ready) return refuse(ready.error());
  station->machine->keep_state();
  say_where(*station);
  run_headless(*station->panel, *station->driver, stop.get_token());
  return 0;
}

static std::string title_of(const Model& model) { return "PanelTwin – " + model.name; }

/// `shown` is called once, when the first frame is on the screen.
static void run_in_window(Window& window, Shell& shell, Station& station, const std::stop_token& stop, int frames,
                          std::function<void()> shown) {
  station.panel->on_wake([] { Window::wake(); });
  station.driver->on_wake([] { Window::wake(); });
  const std::stop_callback stopping(stop, [] { Window::wake(); });
  auto title = title_of(station.panel->model());
  while (!stop.stop_requested() && !window.wants_to_close()) {
    shell.take(window.take_events());
    station.driver->pump();
    if (window.take_damage()) shell.touch();
    if (station.panel->wants_frame()) {
      station.panel->frame();
      shell.touch();
    }
    if (shell.wants_frame()) {
      // The bench may have turned it into another model.
      if (const auto now = title_of(station.panel->model()); now != title) window.set_title(title = now);
      shell.frame();
      window.show();
      if (frames == 1) return;
      if (auto once = std::exchange(shown, nullptr)) once();
      if (frames > 1) --frames;
      continue;
    }
    auto wait = station.panel->next_frame_in();
    if (const auto bench = shell.next_frame_in(); bench && (!wait || *bench < *wait)) wait = bench;
    window.wait(wait);
  }
}

/// Null when the files are at fault, which is found again, and told, where the panel opens.
static std::shared_ptr<const Screens> read_screens(Machine& machine) {
  auto screens = Screens::load(machine.assets(), machine.texts().in("en"), machine.device().settings());
  return screens ? std::make_shared<const Screens>(std::move(*screens)) : nullptr;
}

static int run(const Options& options) {
  const device::Assets assets(options.machine.assets);
  auto model = load_model(assets, options.machine.model);
  if (!model) return refuse({model.error().str(), 2});
  if (auto display = Window::connect(); !display) return refuse({display.error()});
  // Both take about as long: the machine starts, and its screens are read, while the display makes the window.
  std::expected<std::unique_ptr<Machine>, StartError> machine;
  std::shared_ptr<const Screens> screens;
  std::jthread starting([&] {
    machine = Machine::start(options.machine);
    if (machine) screens = read_screens(**machine);
  });
  const Rect size = shell_size(*model);
  auto window = Window::open(static_cast<int>(size.width), static_cast<int>(size.height), title_of(*model));
  if (!window) return refuse({window.error()});
  starting.join();
  if (!machine) return refuse(machine.error());
  auto station = Station::open(std::move(*machine), options, std::move(screens));
  if (!station) return refuse(station.error());
  auto shell = Shell::open(**window, *station);
  if (!shell) return refuse({shell.error().str()});
  Speaker speaker(station->machine->assets());
  station->panel->on_sound(
      [&speaker, &panel = *station->panel](const Sound& sound) { speaker.play(sound, panel.readings()); });
  const std::stop_source stop;
  const Signals signals(station->machine->loop(), stop);
  if (auto ready = station->say_ready(options); !ready) return refuse(ready.error());
  station->machine->keep_state();
  say_where(*station);
  std::jthread rest;
  const auto read_the_rest = [&] { rest = std::jthread([&] { read_rest(*station->machine, *station->driver); }); };
  run_in_window(**window, **shell, *station, stop.get_token(), options.frames, read_the_rest);
  station->panel->on_wake({});
  station->panel->on_sound({});
  station->driver->on_wake({});
  return 0;
}

int run_command(const Options& options) {
  // While it starts, too, a signal ends it with exit code 0; what it has stored by then is whole, as after kill -9.
  for (const int signal : {SIGTERM, SIGINT}) std::signal(signal, [](int) { std::_Exit(0); });
  if (const auto clear = clear_ready_file(options.ready_file); !clear) return refuse(clear.error());
  return options.verb == Verb::serve ? serve(options) : run(options);
}

}  // namespace paneltwin::panel
