// The frame builder: each widget says once a frame what it is and where, and learns what the finger did to it. Out of
// that comes the tree of nodes.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panel/render/canvas.hpp"
#include "panel/ui/hands.hpp"
#include "panel/ui/theme.hpp"
#include "panel/ui/tree.hpp"

namespace paneltwin::panel {

/// What a widget is, for one frame.
struct Widget {
  std::string role, id, text, value;
  Rect rect;
  bool enabled = true, selected = false;
  bool pressable = false;
  bool leaves = false;      // Escape taps it: back arrows, Cancel
  bool is_default = false;  // Enter taps it when nothing has the focus
  bool repeats = false;     // held down, it taps again and again
  bool shortened = false;   // what is drawn ends in dots
};

/// What happened to it.
struct Reaction {
  bool tapped = false, pressed = false, focused = false;
  std::string path;
};

class Ui {
 public:
  Ui(Canvas& canvas, const Theme& theme)
      : canvas_(canvas), theme_(theme), hands_(theme.drag) {}  // the theme may change between frames

  /// Starts a frame on a glass of this size. `now` is any clock that only goes forward.
  void begin(const Rect& glass, const std::deque<InputEvent>& events, Milliseconds now, bool animate);
  /// Ends it: the tree is made.
  void end();
  [[nodiscard]] const Node& tree() const { return tree_; }

  Reaction add(const Widget& widget);
  /// A widget that holds others, until close().
  Reaction open(const Widget& widget);
  void close();
  /// What came before in this frame lies under a sheet from here on: seen, out of reach.
  void cover();

  /// Children scroll up and down within `view`. Returns where their first pixel is now.
  Rect open_list(const std::string& id, const Rect& view);
  void close_list(float content_height);
  void push_clip(const Rect& rect);
  void pop_clip();
  /// True when some of `rect` can be seen: what is scrolled away is a node, but need not be drawn.
  [[nodiscard]] bool is_in_sight(const Rect& rect) const;

  /// Background of a pressable thing: its colour, another under the finger, ripple and focus ring.
  void face(const Rect& rect, Colour colour, Colour pressed, float radius, const Reaction& reaction);

  /// A text is being edited in this frame: sideways arrows and Backspace are its own in the next one.
  void edits_text() { editing_ = true; }
  /// Another frame is due in `wait`; the soonest counts.
  void again_in(Milliseconds wait);
  [[nodiscard]] std::optional<Milliseconds> due() const { return due_; }

  [[nodiscard]] Hands& hands() { return hands_; }
  [[nodiscard]] Canvas& canvas() { return canvas_; }
  [[nodiscard]] const Theme& theme() const { return theme_; }
  [[nodiscard]] Milliseconds now() const { return now_; }
  [[nodiscard]] bool animates() const { return animate_; }
  [[nodiscard]] const Rect& glass() const { return glass_; }
  [[nodiscard]] float mm(double millimetres) const { return theme_.px(millimetres); }

 private:
  [[nodiscard]] std::string path_of(std::string_view id) const;
  [[nodiscard]] Reaction reaction_of(const Widget& widget, const std::string& path);
  Node& place(const Widget& widget, const Reaction& reaction);

  Canvas& canvas_;
  const Theme& theme_;
  Hands hands_;
  Spots spots_, next_spots_;  // the last frame's, and this one's as they come
  Rect glass_;
  Milliseconds now_{0};
  bool animate_ = true, editing_ = false;
  std::optional<Milliseconds> due_;

  Node tree_;
  std::vector<Node*> open_nodes_;
  std::string path_;
  std::vector<std::size_t> path_lengths_;
  std::vector<Rect> clips_;
  std::string open_list_;
  Rect list_view_;
};

}  // namespace paneltwin::panel
