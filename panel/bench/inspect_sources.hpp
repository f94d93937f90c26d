// Where what is on the glass comes from: file and line of menu items, rows, texts and theme tokens.
#pragma once

#include <string>
#include <vector>

#include "device/assets.hpp"
#include "panel/bench/node_path.hpp"
#include "panel/operation_panel.hpp"

namespace paneltwin::panel::bench {

struct Source {
  enum class Kind { menu, info, dialog, text, token };
  Kind kind = Kind::menu;
  std::string name;  // the item's id, the text's key, "colours.accent"
  device::FilePlace place;
};

/// For the last node of `way`. Texts are found by what they say: of several keys that say the same, three at most.
/// Tokens come from what was drawn inside the node, while the panel notes it.
std::vector<Source> sources_of(const NodeWay& way, const OperationPanel& panel, const device::Assets& assets,
                               const device::Catalogue& english);

/// True when `pattern`, with anything in the place of its {names}, is `text`.
bool says(std::string_view pattern, std::string_view text);

}  // namespace paneltwin::panel::bench
