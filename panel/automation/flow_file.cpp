// A flow file as a whole: its head, its data, its list of steps, and the flows that it runs.
#include <algorithm>
#include <iterator>

#include "device/text/spelling.hpp"
#include "panel/automation/flow_reader.hpp"
#include "panel/automation/flow_rows.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;
using device::complaint;
using device::did_you_mean;
using device::FileError;
using reading::maybe_text;
using strict::allow_only;
using strict::complain;
using strict::text;

Variables own_variables(const YAML::Node& root) {
  Variables own;
  if (!root["variables"]) return own;
  if (!root["variables"].IsMap()) complain(root["variables"], "expected 'name: value' lines here");
  for (const auto& entry : root["variables"]) own[text(entry.first)] = text(entry.second);
  return own;
}

/// Before anything is read from it.
static void check_head(const YAML::Node& root) {
  allow_only(root, {"flow", "scenario", "model", "language", "theme", "tags", "variables", "data", "steps"});
  if (!root["flow"]) complain(root, "'flow' is missing: the first line says what the flow is about");
}

Flow FlowReader::read(const YAML::Node& root, const Variables& row) {
  check_head(root);
  auto variables = own_variables(root);
  for (const auto& [name, value] : row) variables[name] = value;
  const FlowScope scope(std::move(variables), remembered_);
  for (const auto* head : {"flow", "scenario", "model", "language", "theme"}) {
    if (root[head]) scope.fill(root[head]);
  }
  Flow read{.file = file(),
            .name = text(root["flow"]),
            .scenario = maybe_text(root["scenario"]).value_or(""),
            .model = maybe_text(root["model"]).value_or(""),
            .language = maybe_text(root["language"]).value_or(""),
            .theme = maybe_text(root["theme"]).value_or("")};
  for (const auto& tag : root["tags"]) read.tags.push_back(text(tag));
  flow_name_ = file().stem().string();
  read.steps = steps(root["steps"], scope, root);
  return read;
}

std::vector<FlowStep> FlowReader::steps(const YAML::Node& list, const FlowScope& scope, const YAML::Node& parent) {
  if (!list.IsDefined()) complain(parent, "'steps' is missing: a list of lines such as '- tap: settings'");
  if (!list.IsSequence() || list.size() == 0) complain(list, "expected a list of steps, such as '- tap: settings'");
  std::vector<FlowStep> read;
  for (const auto& node : list) read.push_back(one_step(node, scope));
  return read;
}

static std::string as_written(const YAML::Node& node) {
  YAML::Emitter written;
  written << YAML::Flow << node;
  return written.c_str();
}

FlowStep FlowReader::one_step(const YAML::Node& node, const FlowScope& scope) {
  if (!node.IsMap() || node.size() != 1) complain(node, "expected one 'step: …' here");
  const auto entry = *node.begin();
  const auto name = text(entry.first);
  const auto known = std::ranges::find(step_names(), name, &StepName::name);
  if (known == step_names().end()) {
    std::vector<std::string> names;
    for (const auto& step : step_names()) names.emplace_back(step.name);
    complain(entry.first, "no step is called '" + name + "'" + did_you_mean(names, name));
  }
  scope.fill(node);
  auto act = (this->*known->read)(entry.second, scope);
  const bool holds_steps = std::holds_alternative<step::Repeat>(act) || std::holds_alternative<step::When>(act);
  return {file(), node.Mark().line + 1, holds_steps ? name : as_written(node), std::move(act)};
}

Act FlowReader::run(const YAML::Node& node, const FlowScope&) {
  if (node.IsMap()) allow_only(node, {"flow", "with"});
  const auto& named = node.IsMap() ? node["flow"] : node;
  const auto called = (folder() / text(named)).lexically_normal();
  if (std::ranges::find(files_, called) != files_.end()) {
    std::string circle;
    for (const auto& one : files_) circle += one.filename().string() + " → ";
    complain(named, "flows run each other in a circle: " + circle + called.filename().string());
  }
  Variables arguments;
  if (node.IsMap() && node["with"]) {
    if (!node["with"].IsMap()) complain(node["with"], "expected 'name: value' lines here");
    for (const auto& entry : node["with"]) arguments[text(entry.first)] = text(entry.second);
  }
  if (!std::filesystem::is_regular_file(called)) {
    std::vector<std::string> beside;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(called.parent_path(), error)) {
      if (entry.path().extension() == ".yaml") beside.push_back(entry.path().filename().string());
    }
    complain(named, "there is no flow " + called.string() + did_you_mean(beside, called.filename().string()));
  }
  files_.push_back(called);
  auto read = strict::read_strictly(called, [&](const YAML::Node& root) {
    check_head(root);
    if (root["data"]) complain(root["data"], "a flow that is run by another has no rows of its own");
    auto variables = own_variables(root);
    for (const auto& [name, value] : arguments) {
      if (!variables.contains(name)) {
        std::vector<std::string> names;
        for (const auto& [own, _] : variables) names.push_back(own);
        throw strict::Complaint{complaint(files_[files_.size() - 2], node["with"],
                                          called.filename().string() + " has no variable '" + name + "'" +
                                              did_you_mean(names, name) +
                                              "; what it takes stands under its 'variables'")};
      }
      variables[name] = value;
    }
    const FlowScope scope(std::move(variables), remembered_);
    return step::Run{text(root["flow"]), steps(root["steps"], scope, root)};
  });
  files_.pop_back();
  if (!read) throw strict::Complaint{read.error()};
  return std::move(*read);
}

bool compares_pictures(const std::vector<FlowStep>& steps) {
  return std::ranges::any_of(steps, [](const FlowStep& step) {
    if (const auto* shot = std::get_if<step::Screenshot>(&step.act)) return !shot->golden.empty();
    if (const auto* run = std::get_if<step::Run>(&step.act)) return compares_pictures(run->steps);
    if (const auto* repeat = std::get_if<step::Repeat>(&step.act)) return compares_pictures(repeat->steps);
    const auto* when = std::get_if<step::When>(&step.act);
    return when && (compares_pictures(when->then) || compares_pictures(when->otherwise));
  });
}

std::expected<std::vector<Flow>, FileError> load_flows(const std::filesystem::path& given) {
  const auto file = given.lexically_normal();
  const auto rows = strict::read_strictly(file, [&](const YAML::Node& root) {
    check_head(root);
    return root["data"] ? read_rows(root["data"], file.parent_path()) : std::vector<Variables>{};
  });
  if (!rows) return std::unexpected(rows.error());
  std::vector<Flow> flows;
  for (std::size_t i = 0; i < std::max<std::size_t>(rows->size(), 1); ++i) {
    auto flow = strict::read_strictly(file, [&](const YAML::Node& root) {
      return FlowReader(file).read(root, rows->empty() ? Variables{} : rows->at(i));
    });
    if (!flow) return std::unexpected(flow.error());
    if (!rows->empty()) flow->row = static_cast<int>(i) + 1;
    const auto same = std::ranges::count(flows, flow->name, &Flow::name);
    if (same > 0) flow->name += " #" + std::to_string(flow->row);
    flows.push_back(std::move(*flow));
  }
  return flows;
}

}  // namespace paneltwin::panel
