// Writes down what hands do, as a flow: taps by stable ids, keys, text, and what the operator does to the world; with
// an expectation for each screen that comes up. What is typed where dots show is a secret: the flow says it by a name.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "panel/ui/input.hpp"
#include "panel/ui/tree.hpp"

namespace paneltwin::panel {

/// Any thread; `saw` is called on the panel's.
class Recorder {
 public:
  /// How a flow says this secret without telling it: "${machine.admin-password}"; nothing when it has no name, and who
  /// plays the flow must fill it in. Called on the panel's thread.
  using SecretName = std::function<std::optional<std::string>(const std::string& secret)>;
  explicit Recorder(SecretName secret_name = {}) : secret_name_(std::move(secret_name)) {}

  void begin();  // forgets what was recorded before
  void end();
  [[nodiscard]] bool is_on() const;

  /// An event that goes to the panel, with what is on the glass before it is taken in; `screen` is the one on top.
  void saw(const InputEvent& event, const Node& glass, const std::string& screen);
  /// What the operator did, as a step is written: "clock: {advance: 91d}".
  void did(const std::string& step);
  /// An expectation of what has the most to say on the glass: the dialog's words, or the screen.
  void expect(const Node& glass, const std::string& screen);
  void undo();
  /// True when the last step was undone and none has come since: the glass shows what no step leads to.
  [[nodiscard]] bool is_glass_ahead() const;

  /// The steps, one a line, without "- ".
  [[nodiscard]] std::vector<std::string> steps() const;
  /// How a flow begins.
  struct Head {
    std::string name, model, language;
    std::string scenario;  // empty: none
  };
  /// The flow file, whole.
  [[nodiscard]] std::string flow(const Head& head) const;

 private:
  struct Press {
    float x = 0, y = 0;
    std::string on;  // how a step names it; empty: nothing that can be pressed
    std::string list;
    std::optional<std::string> typed;  // on a key, where dots show: what it types; "\b" takes the last letter away
    std::chrono::steady_clock::time_point at;
    float far = 0;  // how far the finger went
  };
  void add(std::string step);
  void see_screen(const Node& glass, const std::string& screen);
  void take(const PointerUp& up);
  void type(const std::string& text, bool is_secret);
  [[nodiscard]] std::string typed_step() const;

  mutable std::mutex mutex_;
  bool on_ = false;
  std::vector<std::string> steps_;
  std::string screen_;
  std::optional<Press> press_;
  std::string typed_;  // goes into one step
  bool typed_is_secret_ = false;
  SecretName secret_name_;
  bool glass_is_ahead_ = false;
};

/// `text` as a YAML value in flow style, quoted when it has to be.
std::string yaml_text(const std::string& text);
/// Laying the card as a step; an empty one is taken away.
std::string card_step(const std::string& card);

}  // namespace paneltwin::panel
