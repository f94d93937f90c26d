#include "panel/window/shell.hpp"

#include <cmath>
#include <thread>

#include <fmt/format.h>
#include <imgui.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "panel/argument_list.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

// The bench is read from arm's length on a desktop screen of about 96 dpi.
static constexpr double desktop_pixels_per_mm = 3.9;
static constexpr float air = 24;  // pixels around the body

static Milliseconds real_now() { return std::chrono::steady_clock::now().time_since_epoch(); }

/// Hands a file or address to the desktop's own program for it.
static void open_outside(const std::string& what) {
  const std::vector<std::string> words{"xdg-open", what};
  pid_t child = 0;
  if (::posix_spawnp(&child, "xdg-open", nullptr, nullptr, argument_list(words).data(), environ) != 0) return;
  std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
}

Rect shell_size(const Model& model) {
  Rect size = body_size(model.width, model.height, model.pixels_per_mm());
  size.width += std::ceil(2 * air + static_cast<float>(92 * desktop_pixels_per_mm));
  size.height += 2 * air;
  return size;
}

std::expected<std::unique_ptr<Shell>, device::FileError> Shell::open(Window& window, Station& station) {
  auto theme = load_theme_file(station.machine->assets(), "bench/theme.yaml", desktop_pixels_per_mm);
  if (!theme) return std::unexpected(theme.error());
  std::unique_ptr<Shell> shell(new Shell(window, station, *theme));
  const CurrentImGui current(shell->drawing_.context());
  auto fonts = Fonts::load(station.machine->assets());
  if (!fonts) return std::unexpected(fonts.error());
  shell->drawing_.open();
  auto glyphs = Glyphs::open(*fonts);
  if (!glyphs) return std::unexpected(glyphs.error());
  shell->glyphs_ = std::move(*glyphs);
  shell->canvas_ = std::make_unique<Canvas>(*shell->glyphs_);
  shell->ui_ = std::make_unique<Ui>(*shell->canvas_, shell->theme_);
  return shell;
}

Shell::Shell(Window& window, Station& station, Theme theme)
    : window_(window),
      station_(station),
      theme_(theme),
      drawing_(window.width(), window.height()),
      bench_(*station.machine, *station.panel, *station.control, *station.flows, desktop()) {}

Shell::~Shell() {
  const CurrentImGui current(drawing_.context());
  glyphs_.reset();
}

Desktop Shell::desktop() {
  return {.copy = [this](const std::string& text) { window_.copy(text); },
          .open = open_outside,
          .wake =
              [asked = asked_] {
                *asked = true;
                Window::wake();
              }};
}

void Shell::take(std::vector<WindowEvent> events) {
  for (auto& event : events) {
    if (const auto* input = std::get_if<InputEvent>(&event)) take(*input);
    if (const auto* dropped = std::get_if<FilesDropped>(&event)) bench_.dropped(dropped->files);
    settling_ = 3;
  }
}

void Shell::take(const InputEvent& event) {
  const float scale = layout_.glass.width / static_cast<float>(station_.panel->model().width);
  const auto on_glass = [&](auto pointer) {
    pointer.x = (pointer.x - layout_.glass.x) / scale;
    pointer.y = (pointer.y - layout_.glass.y) / scale;
    station_.panel->input(pointer);
  };
  if (const auto* down = std::get_if<PointerDown>(&event)) {
    on_glass_ = layout_.glass.contains(down->x, down->y);
    picking_ = on_glass_ && bench_.picks();
    if (picking_) return bench_.pick((down->x - layout_.glass.x) / scale, (down->y - layout_.glass.y) / scale);
    return on_glass_ ? on_glass(*down) : queue_.push(event);
  }
  if (picking_ && (std::holds_alternative<PointerMove>(event) || std::holds_alternative<PointerUp>(event))) return;
  if (const auto* move = std::get_if<PointerMove>(&event)) return on_glass_ ? on_glass(*move) : queue_.push(event);
  if (const auto* up = std::get_if<PointerUp>(&event)) return on_glass_ ? on_glass(*up) : queue_.push(event);
  if (bench_.takes_keys()) return queue_.push(event);
  station_.panel->input(event);  // the keyboard is the panel's
}

bool Shell::wants_frame() const { return *asked_ || settling_ > 0 || !queue_.empty() || (due_ && real_now() >= *due_); }

std::optional<std::chrono::milliseconds> Shell::next_frame_in() const {
  if (wants_frame()) return std::chrono::milliseconds(0);
  return due_ ? std::optional(std::chrono::ceil<std::chrono::milliseconds>(*due_ - real_now())) : std::nullopt;
}

/// The power key asks whether to turn off once it was held for a second; a shorter press sleeps and wakes.
void Shell::take_keys(const BodyKeys& keys) {
  constexpr Milliseconds held{1000};
  if (keys.tapped == BodyKey::home) station_.panel->input(KeyPress{"Home"});
  if (keys.tapped == BodyKey::power && !power_was_held_) station_.panel->input(KeyPress{"Power"});
  if (!keys.power_down) {
    power_down_since_.reset();
    power_was_held_ = false;
    return;
  }
  if (!power_down_since_) power_down_since_ = real_now();
  const auto left = *power_down_since_ + held - real_now();
  if (left > Milliseconds(0)) return ui_->again_in(left);
  if (!std::exchange(power_was_held_, true)) station_.panel->input(KeyPress{"PowerHeld"});
}

/// The drawer's own theme is a file too; a broken one leaves it as it was, and the panel's faults do not know it.
void Shell::follow_assets() {
  if (std::exchange(readings_, station_.panel->readings()) == station_.panel->readings()) return;
  if (const auto theme = load_theme_file(station_.machine->assets(), "bench/theme.yaml", desktop_pixels_per_mm)) {
    theme_ = *theme;
  }
}

/// Over the glass, while a flow is played: where its finger is, and its step in words.
void Shell::show_flow() {
  const auto overlay = station_.flows->overlay();
  if (!overlay) return;
  const Rect& glass = layout_.glass;
  const float scale = glass.width / static_cast<float>(station_.panel->model().width);
  if (overlay->touch) {
    const float x = glass.x + overlay->touch->first * scale, y = glass.y + overlay->touch->second * scale;
    canvas_->circle(x, y, ui_->mm(4), theme_.error.faded(0.35f));
    canvas_->ring(x, y, ui_->mm(4), theme_.error, ui_->mm(0.6));
  }
  Rect band = glass;
  band = cut_bottom(band, theme_.row);
  canvas_->fill(band, theme_.page.faded(0.85f));
  label(*ui_, inset(band, theme_.margin, 0), "flow-caption", overlay->caption, {theme_.body, theme_.text});
}

void Shell::frame() {
  follow_assets();
  bench_.prepare();
  const CurrentImGui current(drawing_.context());
  due_.reset();
  if (settling_ > 0) --settling_;
  if (asked_->exchange(false)) settling_ = std::max(settling_, 1);
  if (!queue_.empty()) settling_ = 3;
  drawing_.resize(window_.width(), window_.height());
  glyphs_->speak(station_.machine->device().snapshot()->basic.language);
  drawing_.begin();
  canvas_->begin(ImGui::GetBackgroundDrawList());
  const Rect whole{0, 0, static_cast<float>(window_.width()), static_cast<float>(window_.height())};
  ui_->begin(whole, queue_.take_frame(), real_now(), true);

  Rect room = whole;
  const Rect drawer = cut_right(room, bench_.width(*ui_));
  const auto& model = station_.panel->model();
  layout_ = lay_out_body(inset(room, air), model.width, model.height, model.pixels_per_mm());
  const auto state = station_.machine->device().snapshot();
  take_keys(show_body(*ui_, layout_, *state, station_.machine->texts().in(state->basic.language)));
  canvas_->picture(station_.panel->texture(), layout_.glass);
  show_flow();
  bench_.show_over(*ui_, layout_.glass);
  bench_.show(*ui_, drawer,
              fmt::format("{} × {}  {:.0f} %", model.width, model.height, 100 * scale_of(layout_, model.width)));

  ui_->end();
  ImGuiDrawing::clear(window_.width(), window_.height(), theme_.board);
  drawing_.end();
  ImGuiDrawing::draw();
  if (glyphs_->is_full()) {
    glyphs_->forget();
    settling_ = 3;
  }
  auto wait = ui_->due();
  if (const auto bench = bench_.due(); bench && (!wait || Milliseconds(*bench) < *wait)) wait = Milliseconds(*bench);
  if (wait) due_ = real_now() + *wait;
}

}  // namespace paneltwin::panel
