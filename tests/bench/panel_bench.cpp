// The time of a frame on every kind of screen, and taps that come faster than frames:  build/release/tests/panel_bench
#include <chrono>

#include <GL/gl.h>
#include <benchmark/benchmark.h>

#include "panel/operation_panel.hpp"
#include "panel/render/offscreen.hpp"
#include "tests/panel/screens/fake_machine.hpp"

namespace paneltwin::panel {
namespace {

/// A panel without a window over a machine that only writes down what it is told.
struct Stand {
  FakeMachine machine;
  device::Assets assets{{std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"}};
  device::Texts texts = device::Texts::load(assets).value();
  std::unique_ptr<OffscreenContext> context = OffscreenContext::open().value();
  std::unique_ptr<OperationPanel> panel;
  Milliseconds now{0};

  explicit Stand(const std::string& model) {
    PanelOptions options{.model = load_model(assets, model).value(), .theme = "light", .animate = false};
    panel = OperationPanel::open(machine.door(), texts, assets, std::move(options)).value();
    panel->settle(now);
  }
  void frame(double milliseconds) {
    now += Milliseconds(milliseconds);
    panel->frame(now);
  }
};

/// A whole frame: the screen built, drawn by the GPU or Mesa's processor, and waited for.
void frame_of(benchmark::State& state, const std::string& model, const std::string& screen) {
  Stand stand(model);
  if (!stand.panel->open_screen(screen)) return state.SkipWithError("there is no such screen");
  stand.panel->settle(stand.now);
  for (auto _ : state) {
    stand.panel->touch();
    stand.frame(16);
    glFinish();
  }
}

/// The screen whose frame takes longest, of all that can be opened by name.
std::string heaviest_screen(const std::string& model) {
  Stand stand(model);
  stand.machine.use();
  std::string heaviest;
  std::chrono::steady_clock::duration longest{0};
  for (const auto& screen : stand.panel->screens()) {
    if (!stand.panel->open_screen(screen)) continue;
    stand.panel->settle(stand.now);
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < 5; ++i) {
      stand.panel->touch();
      stand.frame(16);
      glFinish();
    }
    if (const auto took = std::chrono::steady_clock::now() - begun; took > longest) {
      longest = took;
      heaviest = screen;
    }
  }
  return heaviest;
}

/// 1,000 quick taps on a switch, all of them before the frame that could show them.
void taps(benchmark::State& state) {
  constexpr std::size_t count = 1000;
  Stand stand("compact");
  if (!stand.panel->open_screen("sound")) return state.SkipWithError("there is no such screen");
  stand.panel->settle(stand.now);
  std::size_t lost = 0;
  for (auto _ : state) {
    stand.machine.posted.clear();
    const auto* mute = find(stand.panel->tree(), "mute");
    const float x = mute->rect.x + mute->rect.width / 2, y = mute->rect.y + mute->rect.height / 2;
    const auto frame_time = static_cast<double>(state.range(0));
    double until_frame = frame_time;
    for (std::size_t tap = 0; tap < count; ++tap) {
      stand.panel->input(PointerDown{x, y});
      stand.panel->input(PointerUp{x, y});
      constexpr double between_taps = 10;  // ms
      for (until_frame -= between_taps; until_frame <= 0; until_frame += frame_time) stand.frame(frame_time);
    }
    while (stand.panel->wants_frame(stand.now)) stand.frame(frame_time);
    lost += count - std::min(count, stand.machine.posted.size());
  }
  state.counters["lost of 1000"] = static_cast<double>(lost) / static_cast<double>(state.iterations());
}

}  // namespace
}  // namespace paneltwin::panel

int main(int argc, char** argv) {
  using namespace paneltwin::panel;
  for (const std::string model : {"large", "compact"}) {
    for (const std::string screen : {"home", "scan-email", "email-server-status", "job-status"}) {
      benchmark::RegisterBenchmark(("frame/" + model + "/" + screen).c_str(), [model, screen](benchmark::State& state) {
        frame_of(state, model, screen);
      })->Unit(benchmark::kMillisecond);
    }
    benchmark::RegisterBenchmark(("frame/" + model + "/heaviest").c_str(), [model](benchmark::State& state) {
      const auto screen = heaviest_screen(model);
      state.SetLabel(screen);
      frame_of(state, model, screen);
    })->Unit(benchmark::kMillisecond);
  }
  benchmark::RegisterBenchmark("taps/frame_ms", taps)
      ->Arg(5)
      ->Arg(20)
      ->Arg(200)
      ->Iterations(1)
      ->Unit(benchmark::kMillisecond);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
}
