// Acts on a panel as a finger would: everything goes through the input queue, onto what is on the glass. Each action
// answers once its frame has been drawn. Owner's thread.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "device/failure.hpp"
#include "panel/panel.hpp"
#include "panel/ui/direction.hpp"

namespace paneltwin::panel {

/// The widget by id, or by the words on the screen; swiped into sight first. Failures: not_found (`detail` has near
/// ids), not_allowed (disabled).
device::Result<void> tap(Panel& panel, std::string_view on);
/// Over the widget, or over the whole glass when `on` is empty. Failure: not_found.
device::Result<void> swipe(Panel& panel, Direction direction, std::string_view on = {});
/// Into the field that is being edited, as the host's keyboard types. Failure: not_found when none is.
device::Result<void> type(Panel& panel, std::string text);
/// Holds the finger on the widget for `held` of real time. Failures as tap.
device::Result<void> long_press(Panel& panel, std::string_view on, std::chrono::milliseconds held);
/// Failure: invalid_value, with what it could have been, when no key is called so.
device::Result<void> check_key(std::string_view key);
/// A key by its W3C name ("Enter"), or the machine's own "Home" and "Power". Failure: invalid_value, no such key.
device::Result<void> press(Panel& panel, std::string key);

/// The part of the node that shows: inside its clip.
Rect seen_part(const Node& node);
/// Picks a node out of the tree, which is another after each frame; nothing when it is not there.
using Which = std::function<const Node*(const Node& root)>;
/// Swipes the list that holds it until its middle can be touched. The node as it is then.
const Node* bring_into_sight(Panel& panel, const Which& which);

std::optional<Direction> direction_named(std::string_view name);

}  // namespace paneltwin::panel
