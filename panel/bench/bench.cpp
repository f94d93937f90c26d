#include "panel/bench/bench.hpp"

#include "panel/bench/inspect_page.hpp"
#include "panel/bench/parts.hpp"
#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

struct Bench::Impl {
  Machine& machine;
  Panel& panel;
  const ControlPort& control;
  Desktop desktop;
  bench::BeginPage begin;
  bench::WorldPage world;
  bench::OutputPage output{machine, desktop.wake};
  bench::InspectPage inspect;
  bench::FlowPage flow;
  std::size_t tab = 0;
  bool folded = false;

  [[nodiscard]] bool inspects() const;
  Impl(Machine& shown, Panel& its_panel, const ControlPort& port, FlowDesk& desk, Desktop around)
      : machine(shown), panel(its_panel), control(port), desktop(std::move(around)), flow(desk) {}

  [[nodiscard]] bench::Bench now(const device::State& state) const {
    return {machine, panel, control, desktop, state, machine.texts().in(state.basic.language)};
  }
};

Bench::Bench(Machine& machine, Panel& panel, const ControlPort& control, FlowDesk& flows, Desktop desktop)
    : impl_(std::make_unique<Impl>(machine, panel, control, flows, std::move(desktop))) {
  flows.on_change(impl_->desktop.wake);
}
Bench::~Bench() { impl_->flow.let_go(); }

float Bench::width(const Ui& ui) const { return impl_->folded ? ui.theme().touch : ui.mm(92); }

std::optional<std::chrono::milliseconds> Bench::due() const {
  const double rate = impl_->machine.clock().rate();
  if (impl_->folded || impl_->tab != 1 || rate == 0) return std::nullopt;
  const auto into_minute = impl_->machine.clock().now().time_since_epoch() % std::chrono::minutes(1);
  const double left = static_cast<double>((std::chrono::minutes(1) - into_minute).count()) / rate;
  return std::chrono::milliseconds(static_cast<std::int64_t>(left) + 20);
}

void Bench::dropped(const std::vector<std::filesystem::path>& files) {
  if (files.empty()) return;
  const auto state = impl_->machine.device().snapshot();
  impl_->tab = 1;
  impl_->world.lay(impl_->now(*state), device::OriginalPlace::feeder, files.front());
}

bool Bench::Impl::inspects() const { return !folded && tab == 4; }
void Bench::prepare() { impl_->inspect.prepare(impl_->panel, impl_->machine); }
bool Bench::picks() const { return impl_->inspects() && impl_->inspect.picks(); }
void Bench::pick(float x, float y) { impl_->inspect.pick(impl_->panel, x, y); }
bool Bench::takes_keys() const { return impl_->inspects() && impl_->inspect.takes_keys(); }
void Bench::show_over(Ui& ui, const Rect& glass) const {
  impl_->panel.parts().note_strokes(impl_->inspects());
  if (impl_->inspects()) impl_->inspect.show_over(ui, impl_->panel, glass);
}

void Bench::show(Ui& ui, const Rect& area, const std::string& scale_words) {
  const auto state = impl_->machine.device().snapshot();
  const auto now = impl_->now(*state);
  const auto& theme = ui.theme();
  ui.open({.role = "screen", .id = "bench", .rect = area});
  ui.canvas().fill(area, theme.page);
  Rect rest = area;
  Rect head = cut_top(rest, theme.bar_height);
  ui.canvas().fill(head, theme.bar);
  const bool folded = impl_->folded;
  if (icon_button(ui, cut_right(head, theme.touch),
                  {.id = "fold",
                   .text = now.text(folded ? "bench.unfold" : "bench.fold"),
                   .icon = folded ? icon::fold_open : icon::fold})) {
    impl_->folded = !folded;
    ui.again_in(Milliseconds{0});
  }
  if (!folded) {
    cut_left(head, theme.margin);
    label(ui, cut_right(head, ui.mm(34)), "scale", scale_words, {theme.small, theme.secondary, Align::right});
    label(ui, head, "bench-title", now.text("bench.title"), {theme.title, theme.text});
    impl_->tab = tabs(ui, cut_top(rest, theme.row),
                      {{"tab-begin", now.text("bench.tab.begin")},
                       {"tab-world", now.text("bench.tab.world")},
                       {"tab-output", now.text("bench.tab.output")},
                       {"tab-jobs", now.text("bench.tab.jobs")},
                       {"tab-inspect", now.text("inspect.tab")},
                       {"tab-flow", now.text("bench.tab.flow")}},
                      impl_->tab);
    switch (impl_->tab) {
      case 0:
        impl_->begin.show(ui, now, rest);
        break;
      case 1:
        impl_->world.show(ui, now, rest);
        break;
      case 2:
        impl_->output.show(ui, now, rest);
        break;
      case 5:
        impl_->flow.show(ui, now, rest);
        break;
      case 3:
        bench::show_jobs(ui, now, rest);
        break;
      default:
        impl_->inspect.show(ui, now, rest);
    }
  }
  ui.close();
}

}  // namespace paneltwin::panel
