// A machine for panel tests: a state made by hand, and a record of what was posted.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

struct FakeMachine {
  device::State state;
  std::vector<device::Command> posted;
  std::vector<Door::Answer> answers;  // of the commands that asked for one

  FakeMachine() {
    state.product = {"large", "PT-C6000 Series", "X3B8153559", "07.84.GW19Q3", "02:00:5E:10:20:30"};
    state.network.ip_address = "192.0.2.15";
    state.network.web_config = "https://192.0.2.15:8443/";
    publish();
  }
  void publish() { snapshot = std::make_shared<const device::State>(state); }

  Door door() {
    return {[this] { return snapshot; }, [] { return device::from_iso8601("2026-11-23T09:30:00Z").value(); },
            [this](device::Command command, Door::Answer answer) {
              if (!std::holds_alternative<device::command::Touched>(command)) posted.push_back(std::move(command));
              if (answer) answers.push_back(std::move(answer));
            }};
  }

  template <class C>
  [[nodiscard]] const C* last() const {
    for (auto command = posted.rbegin(); command != posted.rend(); ++command) {
      if (const auto* found = std::get_if<C>(&*command)) return found;
    }
    return nullptr;
  }

  device::Snapshot snapshot;
};

}  // namespace paneltwin::panel
