// Every widget known by name: the nodes on the glass, made anew each frame. Flows, WebDriver, lessons, lint and tests
// read this alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::panel {

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;  // pixels of the glass, from its top left
  [[nodiscard]] bool contains(float px, float py) const {
    return px >= x && py >= y && px < x + width && py < y + height;
  }
  bool operator==(const Rect&) const = default;
};

struct Node {
  std::string role;   // screen, button, row, tile, text, field, key, dialog, list, progress, image, lamp, tab, switch
  std::string id;     // stable, language-free: "network-settings"
  std::string text;   // as shown
  std::string value;  // current value, as shown; a password field shows dots
  Rect rect;          // whole, also where it is scrolled out of sight
  Rect clip;          // the part of the glass it may show in
  bool enabled = true, selected = false, focused = false;
  bool pressable = false;
  bool shortened = false;  // what is drawn ends in dots; `text` and `value` are whole
  std::vector<Node> children;
  bool operator==(const Node&) const = default;
};

/// Depth-first; the topmost (last drawn) match wins. First by id, then by the words on the screen (text, then value),
/// whole words equal.
const Node* find(const Node& root, std::string_view id_or_words);
const Node* find_id(const Node& root, std::string_view id);
/// Ids nearest in spelling, for "did you mean".
std::vector<std::string> nearest_ids(const Node& root, std::string_view id, std::size_t count = 3);
/// JSON text of the node and its children (contract: id, role, text, value, rectangle, enabled, selected, children);
/// rectangles in whole pixels.
std::string to_json(const Node& node);

}  // namespace paneltwin::panel
