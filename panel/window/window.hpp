// The window on the desktop: what comes in is queued as events, what goes out is one picture; asleep in between.
#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "panel/ui/input.hpp"

namespace paneltwin::panel {

/// Files that were let go over the window.
struct FilesDropped {
  std::vector<std::filesystem::path> files;
};
using WindowEvent = std::variant<InputEvent, FilesDropped>;

/// The main thread's, but for wake().
class Window {
 public:
  /// To the display, before open(). Failure: one line saying why there is none.
  static std::expected<void, std::string> connect();
  /// Its GL context is made current. `width` and `height` in pixels; shrunk to what the screen has room for. Failure:
  /// one line saying why there can be no window.
  static std::expected<std::unique_ptr<Window>, std::string> open(int width, int height, const std::string& title);
  ~Window();

  /// What came in, oldest first; positions in pixels of the picture.
  std::vector<WindowEvent> take_events();
  /// Sleeps until something comes in, wake() is called, or `most` has passed.
  void wait(std::optional<std::chrono::milliseconds> most);
  /// Any thread.
  static void wake();
  /// Shows what was drawn.
  void show();
  [[nodiscard]] bool wants_to_close() const;
  /// True once after its size changed or it was uncovered.
  bool take_damage();
  [[nodiscard]] int width() const;  // pixels of the picture
  [[nodiscard]] int height() const;
  void set_title(const std::string& title);
  void copy(const std::string& text);  // to the clipboard

 private:
  struct Impl;
  explicit Window(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
