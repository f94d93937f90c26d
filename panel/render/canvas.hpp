// What widgets are drawn with: shapes, words and icons, as triangles of the current ImGui frame.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "panel/render/glyphs.hpp"
#include "panel/ui/theme.hpp"
#include "panel/ui/tree.hpp"

struct ImDrawList;

namespace paneltwin::panel {

enum class Align { left, centre, right };

/// Something that was drawn, for the inspector.
struct Stroke {
  Rect rect;
  Colour colour;
  std::optional<FontStyle> letters;
};

class Canvas {
 public:
  explicit Canvas(Glyphs& glyphs) : glyphs_(glyphs) {}
  /// Draws into `list` until the next begin().
  void begin(ImDrawList* list) { list_ = list; }

  /// Notes everything that is drawn into `strokes`, which may be null.
  void note_in(std::vector<Stroke>* strokes) { strokes_ = strokes; }

  void fill(const Rect& rect, Colour colour, float radius = 0);
  void outline(const Rect& rect, Colour colour, float radius, float width);
  /// A soft shadow around `rect`, `spread` wide, of something opaque that is drawn there next; an opaque colour is a
  /// crisp edge of two pixels instead.
  void shadow(const Rect& rect, Colour colour, float radius, float spread);
  void line(float x0, float y0, float x1, float y1, Colour colour, float width);
  void circle(float x, float y, float radius, Colour colour);
  void ring(float x, float y, float radius, Colour colour, float width);
  /// A square on its corner: the start sign.
  void diamond(float x, float y, float radius, Colour colour);
  /// A texture as Glass makes it (its first row is the lowest).
  void picture(unsigned texture, const Rect& rect);

  /// One line of words in `rect`, centred upright, cut off nowhere: the caller has made it fit.
  void words(const Rect& rect, FontStyle style, Colour colour, std::string_view utf8, Align align = Align::left);
  void icon(float x, float y, FontStyle style, Colour colour, char32_t icon);

  /// Draws outside of `hole` only: what will be covered costs no pixels.
  void around(const Rect& hole, const std::function<void()>& draw);
  void push_clip(const Rect& rect);
  void pop_clip();

  /// What is drawn from mark() to shift() moves by `x`: pages slide so.
  struct Mark {
    int vertices = 0, commands = 0;
  };
  [[nodiscard]] Mark mark() const;
  void shift(const Mark& since, float x);

  [[nodiscard]] Glyphs& glyphs() const { return glyphs_; }

 private:
  Glyphs& glyphs_;
  ImDrawList* list_ = nullptr;
  std::vector<Stroke>* strokes_ = nullptr;
};

}  // namespace paneltwin::panel
