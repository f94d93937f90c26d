// Reads flow files and what they run, one step after the other; the first mistake is thrown with its place
// (strict_yaml).
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "panel/automation/flow.hpp"
#include "panel/automation/flow_scope.hpp"

namespace paneltwin::panel {

class FlowReader {
 public:
  explicit FlowReader(std::filesystem::path file) : files_{std::move(file)} {}

  /// The flow with one row's values; `root` is read anew for each, as its variables are put in place in it.
  Flow read(const YAML::Node& root, const Variables& row);

 private:
  using ReadStep = Act (FlowReader::*)(const YAML::Node&, const FlowScope&);
  struct StepName {
    std::string_view name;
    ReadStep read;
  };
  static const std::vector<StepName>& step_names();

  [[nodiscard]] const std::filesystem::path& file() const { return files_.back(); }
  [[nodiscard]] std::filesystem::path folder() const { return file().parent_path(); }
  std::vector<FlowStep> steps(const YAML::Node& list, const FlowScope& scope, const YAML::Node& parent);
  FlowStep one_step(const YAML::Node& node, const FlowScope& scope);

  Act tap(const YAML::Node& node, const FlowScope& scope);
  Act long_press(const YAML::Node& node, const FlowScope& scope);
  Act type(const YAML::Node& node, const FlowScope& scope);
  Act key(const YAML::Node& node, const FlowScope& scope);
  Act swipe(const YAML::Node& node, const FlowScope& scope);
  Act wait(const YAML::Node& node, const FlowScope& scope);
  Act expect(const YAML::Node& node, const FlowScope& scope);
  Act screenshot(const YAML::Node& node, const FlowScope& scope);
  Act clock(const YAML::Node& node, const FlowScope& scope);
  Act fault(const YAML::Node& node, const FlowScope& scope);
  Act original(const YAML::Node& node, const FlowScope& scope);
  Act memory_device(const YAML::Node& node, const FlowScope& scope);
  Act condition(const YAML::Node& node, const FlowScope& scope);
  Act card(const YAML::Node& node, const FlowScope& scope);
  Act wifi_pin(const YAML::Node& node, const FlowScope& scope);
  Act scenario(const YAML::Node& node, const FlowScope& scope);
  Act language(const YAML::Node& node, const FlowScope& scope);
  Act model(const YAML::Node& node, const FlowScope& scope);
  Act run(const YAML::Node& node, const FlowScope& scope);
  Act repeat(const YAML::Node& node, const FlowScope& scope);
  Act when(const YAML::Node& node, const FlowScope& scope);
  Act browser(const YAML::Node& node, const FlowScope& scope);

  std::vector<std::filesystem::path> files_;  // the flow, and those that are being run from it
  std::set<std::string> remembered_;
  std::string flow_name_;  // for golden pictures
};

/// The variables that a flow file names itself, over which arguments and rows are laid.
Variables own_variables(const YAML::Node& root);

namespace reading {
// Shared by the readers of steps.
std::optional<std::string> maybe_text(const YAML::Node& node);
Expectation expectation(const YAML::Node& node);
step::Browser browser_step(const YAML::Node& node);
}  // namespace reading

}  // namespace paneltwin::panel
