// The glass: a texture of the model's own pixels that the panel is drawn into, whatever window shows it.
#pragma once

#include "panel/render/picture.hpp"

namespace paneltwin::panel {

/// Needs the GL context current that it was made in, in every call and in its end.
class Glass {
 public:
  Glass(int width, int height);
  ~Glass();
  Glass(const Glass&) = delete;
  Glass& operator=(const Glass&) = delete;

  /// Draws go to the glass from here to end(); what was bound before is kept.
  void begin();
  void end();
  /// Keeps a copy of what is on the glass now, for a page that slides away.
  void keep();
  [[nodiscard]] unsigned texture() const { return texture_; }
  [[nodiscard]] unsigned kept() const { return kept_; }
  [[nodiscard]] Picture picture() const;

 private:
  int width_, height_;
  unsigned texture_ = 0, kept_ = 0, target_ = 0;
  int outer_target_ = 0;
  int outer_viewport_[4] = {};
};

}  // namespace paneltwin::panel
