// The operator's drawer beside the machine: how to begin, the world around, what came out. Never for a trainee.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "panel/automation/control_port.hpp"
#include "panel/automation/flow_desk.hpp"
#include "panel/machine.hpp"
#include "panel/ui/ui.hpp"

namespace paneltwin::panel {

/// What the bench needs of the desktop around it.
struct Desktop {
  std::function<void(const std::string&)> copy;  // to the clipboard
  std::function<void(const std::string&)> open;  // a file or address, with the desktop's own program
  std::function<void()> wake;                    // a frame is wanted; any thread
};

/// The thread that draws.
class Bench {
 public:
  Bench(Machine& machine, Panel& panel, const ControlPort& control, FlowDesk& flows, Desktop desktop);
  ~Bench();

  /// Draws into `area`; `scale_words` says how large the glass is shown.
  void show(Ui& ui, const Rect& area, const std::string& scale_words);
  /// Lays the first of them into the feeder.
  void dropped(const std::vector<std::filesystem::path>& files);
  /// Before a frame of the window: what was asked for in the last one comes true.
  void prepare();
  /// The next touch of the glass is the inspector's, at this place of the glass.
  [[nodiscard]] bool picks() const;
  void pick(float x, float y);
  /// The keyboard types here, not on the glass.
  [[nodiscard]] bool takes_keys() const;
  /// What the bench lays over the glass, which the window shows at `glass`.
  void show_over(Ui& ui, const Rect& glass) const;
  [[nodiscard]] float width(const Ui& ui) const;
  /// When the time on the bench is no longer right.
  [[nodiscard]] std::optional<std::chrono::milliseconds> due() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
