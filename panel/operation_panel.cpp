#include "panel/operation_panel.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui.h>

#include "panel/screens/dialog.hpp"
#include "panel/screens/firmware_update.hpp"
#include "panel/screens/named_sheets.hpp"
#include "panel/screens/notice.hpp"
#include "panel/screens/own_sign_in.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/program_altered.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

static constexpr int settling_frames = 3;  // the frame itself and two after it
static constexpr Milliseconds slide_time{180}, passing_time{2500};

std::expected<std::unique_ptr<OperationPanel>, device::FileError> OperationPanel::open(Door door,
                                                                                       const device::Texts& texts,
                                                                                       const device::Assets& assets,
                                                                                       PanelOptions options) {
  auto theme = load_theme(assets, options.theme, options.model.pixels_per_mm(), options.text_size);
  if (!theme) return std::unexpected(theme.error());
  auto screens = options.screens ? *options.screens : Screens::load(assets, texts.in("en"));
  if (!screens) return std::unexpected(screens.error());
  const auto fonts = Fonts::load(assets);
  if (!fonts) return std::unexpected(fonts.error());
  std::unique_ptr<OperationPanel> panel(
      new OperationPanel(std::move(door), texts, std::move(options), std::move(*screens), *theme));
  auto drawing = Drawing::open(panel->options_.model, *fonts, panel->theme_);
  if (!drawing) return std::unexpected(drawing.error());
  panel->drawing_ = std::move(*drawing);
  panel->fonts_ = *fonts;
  return panel;
}

OperationPanel::OperationPanel(Door door, const device::Texts& texts, PanelOptions options, Screens screens,
                               Theme theme)
    : door_(std::move(door)),
      texts_(texts),
      options_(std::move(options)),
      screens_(std::move(screens)),
      theme_(theme),
      stage_([this](std::string_view id) { return screens_.make(id); }),
      snapshot_(door_.snapshot()) {
  stage_.use(&screens_.dialogs());
  stage_.reset(screens_.with_way("home"));
}

Context OperationPanel::context() const {
  return {*snapshot_,
          texts_.in(snapshot_->basic.language),
          texts_,
          options_.model,
          door_.now(),
          door_,
          const_cast<Stage&>(stage_)};
}

bool OperationPanel::wants_frame(Milliseconds now) const {
  return !queue_.empty() || settling_ > 0 || !answers_.empty() || (due_ && now >= *due_);
}

std::optional<Milliseconds> OperationPanel::next_frame_in(Milliseconds now) const {
  if (wants_frame(now)) return Milliseconds{0};
  return due_ ? std::optional(*due_ - now) : std::nullopt;
}

std::vector<std::string> OperationPanel::screens() const {
  auto ids = screens_.ids();
  if (options_.model.has("epa-serverless")) return ids;
  const auto of_users = own_sign_in_screens();
  std::erase_if(ids, [&](const auto& id) { return std::ranges::find(of_users, id) != of_users.end(); });
  return ids;
}

void OperationPanel::settle(Milliseconds now) {
  constexpr int most = 120;
  for (int i = 0; i < most && (!queue_.empty() || settling_ > 0 || !answers_.empty()); ++i) frame(now);
}

void OperationPanel::frame(Milliseconds now) {
  const CurrentImGui current(drawing_->imgui.context());
  due_.reset();
  if (settling_ > 0) --settling_;
  follow_machine();
  const bool has_input = !queue_.empty();
  if (has_input) settling_ = settling_frames;
  const auto events = take_input();
  build(events, now);
  if (drawing_->glyphs->is_full()) {  // what happened has happened: the same frame again, without input
    drawing_->imgui.end();
    drawing_->glyphs->forget();
    build({}, now);
  }
  drawing_->imgui.end();
  is_drawn_ = false;
  if (!options_.lazy) draw();
  settle_stage(now);
  if (const auto wait = drawing_->ui->due()) due_ = now + *wait;
}

void OperationPanel::draw() {
  drawing_->glass->begin();
  ImGuiDrawing::draw();
  drawing_->glass->end();
  is_drawn_ = true;
}

Picture OperationPanel::picture() {
  if (!is_drawn_) {
    const CurrentImGui current(drawing_->imgui.context());
    draw();
  }
  return drawing_->glass->picture();
}

void OperationPanel::follow_machine() {
  auto snapshot = door_.snapshot();
  if (snapshot != snapshot_ || !answers_.empty()) settling_ = settling_frames;
  const bool timed_out = snapshot->time_outs != snapshot_->time_outs;
  const bool another_user = snapshot->users.turns != snapshot_->users.turns;
  const bool went_dark = snapshot->power != device::PowerState::on && snapshot_->power == device::PowerState::on;
  const bool came_on = snapshot->power == device::PowerState::on && snapshot_->power == device::PowerState::off;
  if (snapshot != snapshot_) let_hear(sounds_between(*snapshot_, *snapshot));
  snapshot_ = std::move(snapshot);
  for (const auto& answer : std::exchange(answers_, {})) answer(context());
  if (timed_out || went_dark || another_user) stage_.home();
  const auto& first = snapshot_->settings.text("startup-screen");
  if (came_on && !first.empty() && first != "home") stage_.go(first);
  if (has_notice(*snapshot_, closed_notice_) && !stage_.has_sheet(notice_id)) {
    stage_.open_sheet(notice_sheet(closed_notice_));
  }
  if (timed_out) told_altered_ = false;  // it went with its page, and is told again
  tell_altered_program();
  if (stage_.settle()) settling_ = settling_frames;
}

void OperationPanel::tell_altered_program() {
  const bool altered = snapshot_->program.phase == device::ProgramVerification::Phase::altered;
  if (std::exchange(told_altered_, altered) || !altered) return;
  stage_.ask(program_altered(context()));
}

static void ask_power_off(const Context& here) {
  here.stage.ask(yes_or_no(here, "power-off", here.text("power.ask_off"),
                           [](const Context& now) { now.post(device::command::PowerOff{}, say_when_refused()); }));
}

/// Wake from Sleep > Wake with LCD Touch.
static bool wakes_on_touch(const device::State& state) { return state.settings.text("wake-with-touch") != "off"; }

std::deque<InputEvent> OperationPanel::take_input() {
  auto events = queue_.take_frame();
  if (events.empty()) return events;
  const auto& event = events.front();
  const auto* key = std::get_if<KeyPress>(&event);
  if (key && key->key == "Power") {
    take_power_key();
    return {};
  }
  if (key && key->key == "PowerHeld" && snapshot_->power == device::PowerState::on) {
    ask_power_off(context());
    return {};
  }
  if (snapshot_->power == device::PowerState::off || snapshot_->power == device::PowerState::restarting) return {};
  const bool begins = key || std::holds_alternative<PointerDown>(event) || std::holds_alternative<TextInput>(event);
  const bool touches = std::holds_alternative<PointerDown>(event);
  if (touches && snapshot_->power == device::PowerState::asleep && !wakes_on_touch(*snapshot_)) {
    swallowing_ = true;
    return {};
  }
  if (begins) door_.post(device::command::Touched{}, {});
  if (begins) swallowing_ = snapshot_->power == device::PowerState::asleep;
  if (swallowing_) return {};
  if (key && key->key == "Home") {
    stage_.home();
    return {};
  }
  return events;
}

void OperationPanel::take_power_key() {
  switch (snapshot_->power) {
    case device::PowerState::off:
      return door_.post(device::command::PowerOn{}, {});
    case device::PowerState::asleep:
      return door_.post(device::command::Touched{}, {});
    case device::PowerState::on:
      return door_.post(device::command::Sleep{}, {});
    case device::PowerState::restarting:
      return;
  }
}

void OperationPanel::build(const std::deque<InputEvent>& events, Milliseconds now) {
  drawing_->imgui.begin();
  drawing_->glyphs->speak(snapshot_->basic.language);
  strokes_.clear();
  drawing_->canvas->note_in(notes_strokes_ ? &strokes_ : nullptr);
  drawing_->canvas->begin(ImGui::GetBackgroundDrawList());
  const Rect glass{0, 0, static_cast<float>(options_.model.width), static_cast<float>(options_.model.height)};
  drawing_->ui->begin(glass, events, now, options_.animate);
  const auto here = context();
  if (snapshot_->power == device::PowerState::on) {
    draw_page(here, now);
    draw_sheets(here);
    draw_passing_words(here, now);
    draw_brightness();
  } else if (snapshot_->power == device::PowerState::restarting) {
    show_restarting(*drawing_->ui, *snapshot_, here.words);
  } else {
    drawing_->canvas->fill(glass, Colour{});
    drawing_->ui->add(
        {.role = "screen", .id = snapshot_->power == device::PowerState::off ? "off" : "asleep", .rect = glass});
  }
  drawing_->ui->end();
  if (drawing_->ui->hands().accepted()) let_hear(sound_of_tap(*snapshot_, true));
  if (drawing_->ui->hands().refused()) let_hear(sound_of_tap(*snapshot_, false));
}

void OperationPanel::let_hear(const std::vector<Sound>& sounds) {
  constexpr std::size_t most_kept = 100;
  for (const auto& sound : sounds) {
    sounds_.push_back({door_.now(), sound});
    if (sounds_.size() > most_kept) sounds_.pop_front();
    if (sound_) sound_(sound);
  }
}

void OperationPanel::draw_page(const Context& here, Milliseconds now) {
  Rect page = drawing_->ui->glass();
  const Rect bar = cut_right(page, tool_bar_width(*drawing_->ui));
  const double age = (now - slide_since_) / slide_time;
  const bool slides = age < 1 && options_.animate;
  const auto way = static_cast<float>(slides ? std::pow(1 - age, 3) : 0);  // fast at first, then slower
  const float offset = std::round(way * page.width) * static_cast<float>(slide_);
  if (slides) {
    Rect old = drawing_->ui->glass();
    old.x = offset - page.width * static_cast<float>(slide_);
    drawing_->canvas->push_clip(page);
    drawing_->canvas->picture(drawing_->glass->kept(), old);
    drawing_->canvas->pop_clip();
    drawing_->ui->again_in(Milliseconds{0});
  }
  drawing_->ui->push_clip(page);
  const auto mark = drawing_->canvas->mark();
  drawing_->canvas->fill(page, theme_.page);
  auto& top = stage_.page();
  drawing_->ui->open({.role = "screen", .id = top.id + "-screen", .rect = page});
  top.show(*drawing_->ui, here, page);
  drawing_->ui->close();
  if (slides) drawing_->canvas->shift(mark, offset);
  drawing_->ui->pop_clip();
  if (bar.width > 0) tool_bar(*drawing_->ui, here, bar);
}

void OperationPanel::draw_sheets(const Context& here) {
  float dimming = 1;  // one sheet over another dims less: the page is dark already
  for (auto& sheet : stage_.sheets()) {
    drawing_->ui->cover();
    drawing_->canvas->fill(drawing_->ui->glass(), theme_.scrim.faded(std::exchange(dimming, 0.5f)));
    sheet.show(*drawing_->ui, here, drawing_->ui->glass());
  }
}

void OperationPanel::draw_passing_words(const Context& here, Milliseconds now) {
  if (!here.stage.passing_words().empty()) {
    passing_words_ = here.stage.passing_words();
    passing_since_ = now;
    here.stage.clear_passing_words();
  }
  if (passing_words_.empty()) return;
  toast(*drawing_->ui, drawing_->ui->glass(), passing_words_);
  if (now - passing_since_ < passing_time) return drawing_->ui->again_in(passing_time - (now - passing_since_));
  passing_words_.clear();
  drawing_->ui->again_in(Milliseconds{0});
}

/// LCD Brightness: a dimmer lamp behind the glass.
void OperationPanel::draw_brightness() {
  constexpr int brightest = 9;
  const int brightness = snapshot_->settings.number("lcd-brightness");
  if (brightness <= 0 || brightness >= brightest) return;
  drawing_->canvas->fill(drawing_->ui->glass(), Colour{}.faded(0.07f * static_cast<float>(brightest - brightness)));
}

void OperationPanel::settle_stage(Milliseconds now) {
  if (!stage_.settle()) return;
  settling_ = settling_frames;
  if (stage_.travelled() == 0) return;
  drawing_->ui->hands().let_go();
  drawing_->ui->hands().forget_scrolls("/" + stage_.page().id + "-screen");
  if (!options_.animate) return;
  drawing_->glass->keep();
  slide_ = stage_.travelled();
  slide_since_ = now;
}

bool OperationPanel::open_screen(std::string_view id) {
  const auto* sheet = find_sheet(id);
  auto pages = screens_.with_way(sheet ? sheet->under : id);
  if (pages.empty()) return false;
  stage_.reset(std::move(pages));
  if (sheet) sheet->open(context());
  settling_ = settling_frames;
  return true;
}

void OperationPanel::note_strokes(bool on) {
  if (std::exchange(notes_strokes_, on) != on) settling_ = std::max(settling_, 1);
}

void OperationPanel::go_home() {
  stage_.reset(screens_.with_way("home"));
  settling_ = settling_frames;
}

}  // namespace paneltwin::panel
