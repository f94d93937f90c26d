// What the window shows: the machine's body with the glass in it, and the bench beside.
#pragma once

#include <atomic>
#include <expected>
#include <memory>
#include <optional>

#include "panel/bench/bench.hpp"
#include "panel/commands/station.hpp"
#include "panel/render/imgui_context.hpp"
#include "panel/window/body.hpp"
#include "panel/window/window.hpp"

namespace paneltwin::panel {

/// The main thread's; the window's GL context is current.
class Shell {
 public:
  static std::expected<std::unique_ptr<Shell>, device::FileError> open(Window& window, Station& station);
  ~Shell();

  /// Hands what is meant for the glass to the panel and keeps the rest.
  void take(std::vector<WindowEvent> events);
  [[nodiscard]] bool wants_frame() const;
  [[nodiscard]] std::optional<std::chrono::milliseconds> next_frame_in() const;
  /// Draws the whole window.
  void frame();
  /// Something else changed: the glass, a snapshot.
  void touch() { settling_ = 2; }
  [[nodiscard]] const Node& tree() const { return ui_->tree(); }

 private:
  Shell(Window& window, Station& station, Theme theme);
  void take(const InputEvent& event);
  [[nodiscard]] Desktop desktop();
  void take_keys(const BodyKeys& keys);
  void show_flow();
  void follow_assets();

  Window& window_;
  Station& station_;
  Theme theme_;
  ImGuiDrawing drawing_;
  std::unique_ptr<Glyphs> glyphs_;
  std::unique_ptr<Canvas> canvas_;
  std::unique_ptr<Ui> ui_;
  std::shared_ptr<std::atomic<bool>> asked_ = std::make_shared<std::atomic<bool>>(false);  // the bench wants a frame
  Bench bench_;
  BodyLayout layout_;
  InputQueue queue_;
  bool on_glass_ = false;  // the finger came down on the glass
  bool picking_ = false;   // and it picks for the inspector
  std::uint64_t readings_ = 0;
  std::optional<Milliseconds> power_down_since_;
  bool power_was_held_ = false;
  int settling_ = 3;
  std::optional<Milliseconds> due_;
};

/// Room for the body at its own pixels and the open bench.
Rect shell_size(const Model& model);

}  // namespace paneltwin::panel
