#include "panel/ui/spots.hpp"

#include <algorithm>

namespace paneltwin::panel {

void Spots::clear() {
  spots_.clear();
  covered_ = 0;
}

const Spot* Spots::find(std::string_view path) const {
  const auto found = std::ranges::find(spots_, path, &Spot::path);
  return path.empty() || found == spots_.end() ? nullptr : &*found;
}

template <class Matches>
static const Spot* topmost(const std::vector<Spot>& spots, std::size_t covered, const Matches& matches) {
  for (std::size_t i = spots.size(); i > covered; --i) {
    if (matches(spots[i - 1])) return &spots[i - 1];
  }
  return nullptr;
}

const Spot* Spots::pressable_at(float x, float y) const {
  return topmost(spots_, covered_, [&](const Spot& spot) { return spot.pressable && spot.visible.contains(x, y); });
}

const Spot* Spots::list_at(float x, float y) const {
  return topmost(spots_, covered_, [&](const Spot& spot) { return spot.is_list && spot.visible.contains(x, y); });
}

std::vector<const Spot*> Spots::reachable() const {
  std::vector<const Spot*> found;
  for (std::size_t i = covered_; i < spots_.size(); ++i) {
    if (spots_[i].pressable && spots_[i].enabled) found.push_back(&spots_[i]);
  }
  return found;
}

}  // namespace paneltwin::panel
