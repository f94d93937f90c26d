// All of the panel but the wires to the machine: pages, sheets, frames. Panel puts a device behind its Door.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
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
  ~OperationPanel();

  void input(InputEvent event) { queue_.push(std::move(event)); }
  /// Something outside changed (a snapshot, an answer): a frame is wanted. Panel's thread.
  void touch() { settling_ = std::max(settling_, 1); }
  [[nodiscard]] bool wants_frame(Milliseconds now) const;
  [[nodiscard]] std::optional<Milliseconds> next_frame_in(Milliseconds now) const;
  void frame(Milliseconds now);
  void settle(Milliseconds now);

  [[nodiscard]] const Node& tree() const { return ui_->tree(); }
  [[nodiscard]] const Glass& glass() const { return *glass_; }
  /// What is on the glass; drawn now when a lazy panel has not yet.
  [[nodiscard]] Picture picture();
  [[nodiscard]] const Model& model() const { return options_.model; }
  /// The sheet on top, or the page when there is none.
  [[nodiscard]] const std::string& screen() const { return stage_.top().id; }
  [[nodiscard]] std::vector<std::string> screens() const { return screens_.ids(); }
  bool open_screen(std::string_view id);
  void go_home();
  void on_sound(std::function<void(std::string_view)> sound) { sound_ = std::move(sound); }
  /// Does `answer` with the next frame's Context.
  void answer(std::function<void(const Context&)> answer) { answers_.push_back(std::move(answer)); }

 private:
  OperationPanel(Door door, const device::Texts& texts, PanelOptions options, Screens screens, Theme theme);
  std::expected<void, device::FileError> open_drawing(const Fonts& fonts);
  [[nodiscard]] Context context() const;
  void follow_machine();
  /// The events that are for the page: the machine's own keys, and what wakes it, are taken out.
  std::deque<InputEvent> take_input();
  void take_power_key();
  void build(const std::deque<InputEvent>& events, Milliseconds now);
  void draw_page(const Context& context, Milliseconds now);
  void draw_sheets(const Context& context);
  void draw_passing_words(const Context& context, Milliseconds now);
  void draw_brightness();
  void settle_stage(Milliseconds now);
  void draw();

  Door door_;
  const device::Texts& texts_;
  PanelOptions options_;
  Screens screens_;
  Theme theme_;
  ImGuiDrawing drawing_;
  std::unique_ptr<Glyphs> glyphs_;
  std::unique_ptr<Canvas> canvas_;
  std::unique_ptr<Ui> ui_;
  std::unique_ptr<Glass> glass_;
  Stage stage_;
  InputQueue queue_;
  device::Snapshot snapshot_;
  std::int64_t closed_notice_ = 0;  // the last that was closed here
  bool swallowing_ = false;         // the touch that woke the machine does nothing else
  std::vector<std::function<void(const Context&)>> answers_;
  std::function<void(std::string_view)> sound_;
  bool is_drawn_ = true;
  int settling_ = 3;  // frames still to draw although nothing changes
  std::optional<Milliseconds> due_;
  Milliseconds slide_since_{-1e9};
  int slide_ = 0;  // 1: pages slide to the left (deeper), -1: to the right
  std::string passing_words_;
  Milliseconds passing_since_{0};
};

}  // namespace paneltwin::panel
