// Which widget the keys work on. It shows once keys are used, and hides when a finger comes back.
#pragma once

#include <string>

#include "panel/ui/direction.hpp"
#include "panel/ui/spots.hpp"

namespace paneltwin::panel {

class Focus {
 public:
  [[nodiscard]] bool is_shown() const { return shown_; }
  [[nodiscard]] bool is_on(std::string_view path) const { return shown_ && path_ == path; }
  [[nodiscard]] const std::string& path() const { return path_; }
  void hide() { shown_ = false; }
  /// A finger was there: keys go on from here.
  void put(std::string path) { path_ = std::move(path); }
  /// To the next (1) or the one before (-1), around the end. What it is on now, or nothing when nothing can have it.
  const Spot* step(const Spots& spots, int by);
  /// To the nearest in this direction; stays when there is none.
  const Spot* go(const Spots& spots, Direction direction);

 private:
  const Spot* take(const Spot* spot);
  std::string path_;
  bool shown_ = false;
};

}  // namespace paneltwin::panel
