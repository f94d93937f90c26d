#include "panel/automation/finger.hpp"

#include <algorithm>
#include <cmath>
#include <thread>

#include "device/text/spelling.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

using device::did_you_mean;
using device::FailureKind;
using device::Result;

Rect seen_part(const Node& node) { return common(node.rect, node.clip); }

static void drag(Panel& panel, float x, float y, float to_x, float to_y) {
  constexpr int steps = 4;
  panel.input(PointerDown{x, y});
  panel.settle();
  for (int step = 1; step <= steps; ++step) {
    const float part = static_cast<float>(step) / steps;
    panel.input(PointerMove{std::lerp(x, to_x, part), std::lerp(y, to_y, part)});
    panel.settle();
  }
  panel.input(PointerUp{to_x, to_y});
  panel.settle();
}

static std::unexpected<device::Failure> nothing_called(const Panel& panel, std::string_view on) {
  std::string detail = "nothing on the glass is called '" + std::string(on) + "'";
  const auto near = nearest_ids(panel.tree(), on);
  for (std::size_t i = 0; i < near.size(); ++i) detail += (i == 0 ? "; near: " : ", ") + near[i];
  return device::fail(FailureKind::not_found, detail);
}

const Node* bring_into_sight(Panel& panel, const Which& which) {
  const Node* node = which(panel.tree());
  for (int swipes = 0; node && swipes < 60; ++swipes) {
    const Rect seen = seen_part(*node);
    if (seen.height >= std::min(node->rect.height, node->clip.height) * 0.6f && seen.width >= node->rect.width * 0.5f)
      return node;
    const Rect& view = node->clip;
    const bool right_of_it = node->rect.x >= view.x + view.width,
               left_of_it = node->rect.x + node->rect.width <= view.x;
    if (right_of_it || left_of_it) {  // on another page of tiles
      const float here = view.x + view.width * (right_of_it ? 0.85f : 0.15f), there = 2 * view.x + view.width - here;
      drag(panel, here, view.y + view.height / 2, there, view.y + view.height / 2);
      node = which(panel.tree());
      continue;
    }
    const float middle_x = view.x + view.width / 2, middle_y = view.y + view.height / 2;
    const float wanted = middle_y - (node->rect.y + node->rect.height / 2);
    const float reach = view.height * 0.45f;
    const float from = wanted > 0 ? view.y + view.height * 0.05f : view.y + view.height * 0.95f;
    drag(panel, middle_x, from, middle_x, from + std::clamp(wanted, -reach, reach));
    node = which(panel.tree());
  }
  return node;
}

static bool holds(const Node& root, const Node* wanted) {
  return &root == wanted || std::ranges::any_of(root.children, [&](const Node& child) { return holds(child, wanted); });
}

/// The dialog that lies over `node` and takes every touch, if any.
static const Node* dialog_over(const Panel& panel, const Node* node) {
  const auto& sheets = panel.tree().children;
  const auto top = std::ranges::find(sheets.rbegin(), sheets.rend(), "dialog", &Node::role);
  return top == sheets.rend() || holds(*top, node) ? nullptr : &*top;
}

/// Where a finger would touch what `on` names, swiped into sight.
static Result<std::pair<float, float>> touchable(Panel& panel, std::string_view on) {
  panel.settle();
  const Node* node = bring_into_sight(panel, [on](const Node& root) { return find(root, on); });
  if (!node) return nothing_called(panel, on);
  if (const auto* dialog = dialog_over(panel, node)) {
    return device::fail(FailureKind::not_allowed, "'" + std::string(on) + "' is covered by the dialog '" + dialog->id +
                                                      "': " + dialog->text + "; answer it first");
  }
  if (!node->enabled)
    return device::fail(FailureKind::not_allowed,
                        "'" + std::string(on) + "' is disabled; something else must be set first");
  const Rect seen = seen_part(*node);
  return std::pair{seen.x + seen.width / 2, seen.y + seen.height / 2};
}

Result<void> tap(Panel& panel, std::string_view on) {
  const auto point = touchable(panel, on);
  if (!point) return std::unexpected(point.error());
  panel.input(PointerDown{point->first, point->second});
  panel.input(PointerUp{point->first, point->second});
  panel.settle();
  return {};
}

Result<void> long_press(Panel& panel, std::string_view on, std::chrono::milliseconds held) {
  const auto point = touchable(panel, on);
  if (!point) return std::unexpected(point.error());
  panel.input(PointerDown{point->first, point->second});
  panel.settle();
  const auto until = std::chrono::steady_clock::now() + held;
  for (auto now = std::chrono::steady_clock::now(); now < until; now = std::chrono::steady_clock::now()) {
    // The panel repeats keys and fills rings by real time, as a hand feels it.
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - now);
    std::this_thread::sleep_for(std::min(left, panel.next_frame_in().value_or(left)));
    if (panel.wants_frame()) panel.frame();
  }
  panel.input(PointerUp{point->first, point->second});
  panel.settle();
  return {};
}

Result<void> swipe(Panel& panel, Direction direction, std::string_view on) {
  panel.settle();
  const Node* node = on.empty() ? &panel.tree() : find(panel.tree(), on);
  if (!node) return nothing_called(panel, on);
  const Rect area = seen_part(*node);
  const float x = area.x + area.width / 2, y = area.y + area.height / 2;
  const float across = area.width * 0.35f, along = area.height * 0.35f;
  switch (direction) {
    case Direction::left:
      drag(panel, x + across, y, x - across, y);
      break;
    case Direction::right:
      drag(panel, x - across, y, x + across, y);
      break;
    case Direction::up:
      drag(panel, x, y + along, x, y - along);
      break;
    case Direction::down:
      drag(panel, x, y - along, x, y + along);
      break;
  }
  return {};
}

/// While the keyboard is up, some field takes text.
static bool takes_text(const Node& node) {
  return node.role == "keyboard" || std::ranges::any_of(node.children, takes_text);
}

Result<void> type(Panel& panel, std::string text) {
  panel.settle();
  if (!takes_text(panel.tree())) return device::fail(FailureKind::not_found, "no keyboard is up: tap a field first");
  panel.input(TextInput{std::move(text)});
  panel.settle();
  return {};
}

Result<void> check_key(std::string_view key) {
  static const std::vector<std::string> known{"Enter",      "Escape",  "Tab",       "Backspace",
                                              "Delete",     "ArrowUp", "ArrowDown", "ArrowLeft",
                                              "ArrowRight", "Home",    "Power",     "PowerHeld"};
  if (std::ranges::find(known, key) != known.end()) return {};
  return device::fail(FailureKind::invalid_value,
                      "no key is called '" + std::string(key) + "'" + did_you_mean(known, key));
}

Result<void> press(Panel& panel, std::string key) {
  if (auto known = check_key(key); !known) return known;
  panel.settle();
  panel.input(KeyPress{std::move(key)});
  panel.settle();
  return {};
}

std::optional<Direction> direction_named(std::string_view name) {
  constexpr std::pair<std::string_view, Direction> names[] = {
      {"left", Direction::left}, {"right", Direction::right}, {"up", Direction::up}, {"down", Direction::down}};
  const auto found = std::ranges::find(names, name, &std::pair<std::string_view, Direction>::first);
  return found == std::end(names) ? std::nullopt : std::optional(found->second);
}

}  // namespace paneltwin::panel
