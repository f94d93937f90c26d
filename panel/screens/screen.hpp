// A screen: a page that shows the snapshot and posts commands. What it may use besides is its Context.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "device/command.hpp"
#include "device/state.hpp"
#include "device/text/catalogue.hpp"
#include "panel/panel.hpp"
#include "panel/ui/ui.hpp"

namespace paneltwin::panel {

class Stage;
struct Context;

/// The machine as the screens see it.
struct Door {
  /// Called on the panel's thread, before a later frame, with that frame's Context.
  using Answer = std::function<void(const Context&, device::Result<std::int64_t>)>;
  std::function<device::Snapshot()> snapshot;
  std::function<device::Instant()> now;
  /// `answer` may be empty.
  std::function<void(device::Command, Answer)> post;
};

/// What a screen has at hand while it draws one frame.
struct Context {
  const device::State& state;
  const device::Catalogue& words;
  const device::Texts& texts;
  const Model& model;
  device::Instant now;  // the machine's clock
  const Door& door;
  Stage& stage;

  [[nodiscard]] std::string text(std::string_view key) const { return std::string(words.text(key)); }
  [[nodiscard]] std::string text(std::string_view key, device::Arguments arguments) const {
    return words.text(key, arguments);
  }
  /// With the plural form that stands with `count`, which is {count} in the text.
  [[nodiscard]] std::string counted(std::string_view key, int count) const {
    return words.counted(key, static_cast<std::uint64_t>(std::max(count, 0)));
  }
  void post(device::Command command, Door::Answer answer = {}) const {
    door.post(std::move(command), std::move(answer));
  }
  /// Locked by the administrator, who is not logged in; nor is a user with the administrator's right.
  [[nodiscard]] bool is_locked() const {
    return state.admin.lock_setting && !state.admin.panel_logged_in && !state.users.administers();
  }
};

/// `show` draws the whole page (tool bar apart) into its Rect; what it keeps between frames it keeps itself.
struct Screen {
  std::string id;
  std::function<void(Ui&, const Context&, Rect)> show;
};

}  // namespace paneltwin::panel
