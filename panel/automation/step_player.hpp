// Does the single steps of a flow. Waiting is built in: what is expected may come later, and the machine's clock is
// moved on until it does or the time is over.
#pragma once

#include <condition_variable>
#include <mutex>

#include "panel/automation/expectation.hpp"
#include "panel/automation/flow_player.hpp"
#include "panel/automation/flow_words.hpp"

namespace paneltwin::panel {

class StepPlayer {
 public:
  using Done = std::expected<void, std::string>;

  StepPlayer(const FlowHost& host, const FlowWatch& watch) : host_(host), watch_(watch) { listen(); }
  StepPlayer(const StepPlayer&) = delete;
  StepPlayer& operator=(const StepPlayer&) = delete;

  Done act(const step::Tap& step);
  Done act(const step::LongPress& step);
  Done act(const step::Type& step);
  Done act(const step::Key& step);
  Done act(const step::Swipe& step);
  Done act(const step::Pause& step);
  Done act(const step::Screenshot& step);
  Done act(const step::Fault& step);
  Done act(const step::Original& step);
  Done act(const step::Condition& step);
  Done act(const step::Card& step);
  Done act(const step::WifiPin& step);
  Done act(const step::MemoryDevice& step);
  Done act(const step::Scenario& step);
  Done act(const step::Language& step);
  Done act(const step::Model& step);
  Done act(const step::Browser& step);
  Done act(const ClockStep& step);
  Done act(const Expectation& expected);

  /// Whether it is so now, without waiting.
  bool is_so(const Expectation& expected);
  FlowWords& words() { return words_; }

 private:
  void listen();
  void ring();
  /// Gives sockets and workers, which live in real time, a moment: false when nothing came of it.
  bool something_happened();
  bool is_at_work();
  /// Until `holds`, for `within` of the machine's clock, and at least `real` of real time.
  bool wait_until(device::Duration within, std::chrono::milliseconds real, const std::function<bool()>& holds);
  Done touched(const std::function<device::Result<void>(Panel&)>& touch);
  Done see_what_came();
  /// The operator asks the machine for it; it is so, and on the glass, when this returns.
  Done posted(device::Command command);
  Done compare(const step::Screenshot& step, const std::string& png);
  static Done accept(const step::Screenshot& step, const std::string& png);

  Done page(const std::function<device::Result<void>(Browser&)>& act);
  Done on_page(const step::Browser::Open& open);
  Done on_page(const step::Browser::Click& click);
  Done on_page(const step::Browser::Fill& fill);
  Done on_page(const step::Browser::Choose& choose);
  Done on_page(const step::Browser::Check& check);
  Done on_page(const step::Browser::Press& press);
  Done on_page(const step::Browser::Expect& expected);
  Done on_page(const step::Browser::Remember& remember);
  Done on_page(const step::Browser::Screenshot& shot);

  const FlowHost& host_;
  const FlowWatch& watch_;
  FlowWords words_;
  std::unique_ptr<Browser> browser_;
  struct Bell {
    std::mutex mutex;
    std::condition_variable changed;
    bool rung = false;
  };
  std::shared_ptr<Bell> bell_ = std::make_shared<Bell>();
  device::Device::Subscription subscription_;
};

}  // namespace paneltwin::panel
