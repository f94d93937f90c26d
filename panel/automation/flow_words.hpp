// What stands in a flow as ${…} and is only known when it is played: the machine's addresses and passwords, the
// catalogue's words in the panel's language, the state, and what a browser step remembered.
#pragma once

#include <expected>
#include <map>
#include <string>

#include "panel/automation/flow.hpp"
#include "panel/machine.hpp"

namespace paneltwin::panel {

class FlowWords {
 public:
  void remember(const std::string& name, std::string words) { remembered_[name] = std::move(words); }
  void round(int number) { round_ = number; }

  /// The step with its words put in place. Failure: which one nobody knows, and what could have been meant.
  std::expected<Act, std::string> fill(Act act, Machine& machine) const;
  std::expected<std::string, std::string> fill(std::string text, Machine& machine) const;

 private:
  std::map<std::string, std::string> remembered_;
  int round_ = 0;  // of the innermost repeat, from 1
};

}  // namespace paneltwin::panel
