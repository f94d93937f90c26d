// One ImGui context of our own, made current only while we draw: several panels and the bench live in one process, and
// the panels of WebDriver sessions each on a thread of their own.
#pragma once

#include <mutex>

#include "panel/ui/theme.hpp"

struct ImGuiContext;

namespace paneltwin::panel {

/// Makes `context` ImGui's current one, and the one before current again at its end. Which one is current is one
/// variable for the whole process, so other threads wait meanwhile.
class CurrentImGui {
 public:
  explicit CurrentImGui(ImGuiContext* context);
  ~CurrentImGui();
  CurrentImGui(const CurrentImGui&) = delete;
  CurrentImGui& operator=(const CurrentImGui&) = delete;

 private:
  std::lock_guard<std::recursive_mutex> lock_;
  ImGuiContext* before_;
};

/// ImGui's own state and its GL objects for one picture. Needs the GL context current, in its end too.
class ImGuiDrawing {
 public:
  ImGuiDrawing(int width, int height);
  ~ImGuiDrawing();
  ImGuiDrawing(const ImGuiDrawing&) = delete;
  ImGuiDrawing& operator=(const ImGuiDrawing&) = delete;

  [[nodiscard]] ImGuiContext* context() const { return context_; }
  /// Loads GL objects; once. Context current.
  void open();
  void resize(int width, int height);
  /// Fills the whole target, of this size.
  static void clear(int width, int height, Colour colour);
  /// A frame is put together between these. Context current.
  void begin();
  void end();
  /// The frame that was put together last, onto whatever target is bound. Context current.
  static void draw();

 private:
  ImGuiContext* context_;
  bool is_open_ = false;
};

}  // namespace paneltwin::panel
