// All of the panel but the wires to the machine: pages, sheets, frames. Panel puts a device behind its Door.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "panel/panel.hpp"
#include "panel/render/glass.hpp"
#include "panel/render/imgui_context.hpp"
#include "panel/screens/screens.hpp"
#include "panel/screens/stage.hpp"

namespace paneltwin::panel {

class OperationPanel {
 public:
  static std::expected<std::unique_ptr<OperationPanel>, device::FileError> open(Door door, const device::Texts& texts,
                                                                                const device::Assets& assets,
                                                                                PanelOptions options);
  /// As Panel says.
  void reload(const device::Assets& assets, const std::set<std::filesystem::path>& changed);
  void note(const std::string& what, const std::expected<void, device::FileError>& read);
  [[nodiscard]] std::vector<device::FileError> faults() const;
  [[nodiscard]] std::uint64_t readings() const { return readings_; }
  std::expected<void, device::FileError> look(const device::Assets& assets, PanelOptions options);

  void input(InputEvent event) { queue_.push(std::move(event)); }
  /// Something outside changed (a snapshot, an answer): a frame is wanted. Panel's thread.
  void touch() { settling_ = std::max(settling_, 1); }
  [[nodiscard]] bool wants_frame(Milliseconds now) const;
  [[nodiscard]] std::optional<Milliseconds> next_frame_in(Milliseconds now) const;
  void frame(Milliseconds now);
  void settle(Milliseconds now);

  [[nodiscard]] const Node& tree() const { return drawing_->ui->tree(); }
  [[nodiscard]] const Glass& glass() const { return *drawing_->glass; }
  /// What is on the glass; drawn now when a lazy panel has not yet.
  [[nodiscard]] Picture picture();
  [[nodiscard]] const Model& model() const { return options_.model; }
  [[nodiscard]] const PanelOptions& options() const { return options_; }
  [[nodiscard]] const Theme& theme() const { return theme_; }
  [[nodiscard]] const Screens& all_screens() const { return screens_; }
  /// Whether to note what is drawn, from the next frame; and what was, in the last.
  void note_strokes(bool on);
  [[nodiscard]] const std::vector<Stroke>& strokes() const { return strokes_; }
  /// The catalogue that the glass shows.
  [[nodiscard]] const device::Catalogue& words() const { return texts_.in(snapshot_->basic.language); }
  /// The sheet on top, or the page when there is none.
  [[nodiscard]] const std::string& screen() const { return stage_.top().id; }
  /// Those that this model has.
  [[nodiscard]] std::vector<std::string> screens() const;
  bool open_screen(std::string_view id);
  void go_home();
  void on_sound(std::function<void(const Sound&)> sound) { sound_ = std::move(sound); }
  [[nodiscard]] const std::deque<HeardSound>& sounds() const { return sounds_; }
  /// Does `answer` with the next frame's Context.
  void answer(std::function<void(const Context&)> answer) { answers_.push_back(std::move(answer)); }

 private:
  OperationPanel(Door door, const device::Texts& texts, PanelOptions options, Screens screens, Theme theme);
  /// What the glass is drawn with: made anew for another size or other fonts.
  struct Drawing {
    static std::expected<std::unique_ptr<Drawing>, device::FileError> open(const Model& model, const Fonts& fonts,
                                                                           const Theme& theme);
    explicit Drawing(const Model& model) : imgui(model.width, model.height) {}
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;
    ~Drawing();
    ImGuiDrawing imgui;
    std::unique_ptr<Glyphs> glyphs;
    std::unique_ptr<Canvas> canvas;
    std::unique_ptr<Ui> ui;
    std::unique_ptr<Glass> glass;
  };
  using Read = std::expected<void, device::FileError>;
  Read reload_look(const device::Assets& assets);
  Read reload_screens(const device::Assets& assets);
  [[nodiscard]] Context context() const;
  void follow_machine();
  void tell_altered_program();
  /// The events that are for the page: the machine's own keys, and what wakes it, are taken out.
  std::deque<InputEvent> take_input();
  void take_power_key();
  void let_hear(const std::vector<Sound>& sounds);
  void draw();
  void build(const std::deque<InputEvent>& events, Milliseconds now);
  void draw_page(const Context& context, Milliseconds now);
  void draw_sheets(const Context& context);
  void draw_passing_words(const Context& context, Milliseconds now);
  void draw_brightness();
  void settle_stage(Milliseconds now);

  Door door_;
  const device::Texts& texts_;
  PanelOptions options_;
  Screens screens_;
  Theme theme_;
  Fonts fonts_;
  std::unique_ptr<Drawing> drawing_;
  std::map<std::string, device::FileError> faults_;  // by what is wrong: texts, screens, look, or a file's name
  std::uint64_t readings_ = 0;
  bool notes_strokes_ = false;
  std::vector<Stroke> strokes_;
  Stage stage_;
  InputQueue queue_;
  device::Snapshot snapshot_;
  std::int64_t closed_notice_ = 0;  // the last that was closed here
  bool told_altered_ = false;       // that the program is not as it was recorded
  bool swallowing_ = false;         // the touch that woke the machine does nothing else
  std::vector<std::function<void(const Context&)>> answers_;
  std::function<void(const Sound&)> sound_;
  std::deque<HeardSound> sounds_;
  bool is_drawn_ = true;
  int settling_ = 3;  // frames still to draw although nothing changes
  std::optional<Milliseconds> due_;
  Milliseconds slide_since_{-1e9};
  int slide_ = 0;  // 1: pages slide to the left (deeper), -1: to the right
  std::string passing_words_;
  Milliseconds passing_since_{0};
};

}  // namespace paneltwin::panel
