// Reads flow files.
#include <algorithm>
#include <functional>
#include <iterator>
#include <ranges>
#include <set>

#include "panel/automation/flow.hpp"
#include "panel/automation/strict_yaml.hpp"
#include "panel/ui/spelling.hpp"

namespace paneltwin::panel {

using device::OriginalPlace;
using strict::allow_only;
using strict::complain;
using strict::one_of;
using strict::text;

namespace {

using Act = decltype(FlowStep::act);

std::optional<std::string> maybe_text(const YAML::Node& node) {
  return node.IsDefined() ? std::optional(text(node)) : std::nullopt;
}

std::optional<int> maybe_number(const YAML::Node& node) {
  return node.IsDefined() ? std::optional(strict::number(node, 0, 1'000'000)) : std::nullopt;
}

std::optional<bool> maybe_flag(const YAML::Node& node) {
  return node.IsDefined() ? std::optional(strict::flag(node)) : std::nullopt;
}

Expectation::Job job(const YAML::Node& map) {
  allow_only(map, {"receipt", "code", "type", "result"});
  return {maybe_number(map["receipt"]), maybe_number(map["code"]), maybe_text(map["type"]), maybe_text(map["result"])};
}

Expectation::Mail mail(const YAML::Node& map) {
  allow_only(map, {"subject", "from", "to", "attachment"});
  return {maybe_text(map["subject"]), maybe_text(map["from"]), maybe_text(map["to"]), maybe_text(map["attachment"])};
}

Act expectation(const YAML::Node& node) {
  if (node.IsScalar()) return Expectation{.text = text(node)};
  allow_only(node, {"id", "text", "value", "enabled", "selected", "absent", "job", "mail", "printed", "within"});
  if (node.size() == (node["within"] ? 1U : 0U)) complain(node, "nothing is expected here");
  Expectation expected{.id = maybe_text(node["id"]),
                       .text = maybe_text(node["text"]),
                       .value = maybe_text(node["value"]),
                       .enabled = maybe_flag(node["enabled"]),
                       .selected = maybe_flag(node["selected"]),
                       .absent = maybe_flag(node["absent"]).value_or(false),
                       .printed = maybe_text(node["printed"])};
  if (node["job"]) expected.job = job(node["job"]);
  if (node["mail"]) expected.mail = mail(node["mail"]);
  if (node["within"]) expected.within = strict::duration(node["within"]);
  return expected;
}

Act wait(const YAML::Node& node) {
  if (node.IsScalar()) return step::Pause{strict::duration(node)};
  return expectation(node);
}

Act swipe_step(const YAML::Node& node) {
  const std::map<std::string, Direction> ways{
      {"left", Direction::left}, {"right", Direction::right}, {"up", Direction::up}, {"down", Direction::down}};
  if (node.IsScalar()) return step::Swipe{one_of(node, ways), {}};
  allow_only(node, {"direction", "on"});
  return step::Swipe{one_of(node["direction"], ways), maybe_text(node["on"]).value_or("")};
}

Act clock(const YAML::Node& node) {
  allow_only(node, {"advance", "run", "stand", "set"});
  ClockStep turned;
  if (node["stand"]) turned.rate = 0;
  if (node["run"]) turned.rate = strict::number(node["run"], 0, static_cast<int>(fastest_clock));
  if (node["advance"]) turned.advance = strict::duration(node["advance"]);
  if (node["set"]) {
    turned.set = device::from_iso8601(text(node["set"]));
    if (!turned.set) complain(node["set"], "expected a time such as 2026-11-23T09:30:00Z");
  }
  return turned;
}

Act fault(const YAML::Node& node) {
  allow_only(node, {"dns", "smtp-port", "tls", "network"});
  step::Fault faults;
  for (const auto& entry : node) {
    faults.faults[text(entry.first)] = one_of<bool>(entry.second, {{"fail", true}, {"ok", false}});
  }
  return faults;
}

Act original(const YAML::Node& node) {
  allow_only(node, {"path", "at"});
  const auto at =
      one_of<OriginalPlace>(node["at"], {{"glass", OriginalPlace::glass}, {"feeder", OriginalPlace::feeder}});
  if (node["path"].IsNull()) return step::Original{{}, at};
  return step::Original{text(node["path"]), at};
}

const std::map<std::string, std::function<Act(const YAML::Node&)>> step_readers{
    {"tap", [](const YAML::Node& node) { return Act(step::Tap{text(node)}); }},
    {"type", [](const YAML::Node& node) { return Act(step::Type{text(node)}); }},
    {"key", [](const YAML::Node& node) { return Act(step::Key{text(node)}); }},
    {"swipe", swipe_step},
    {"expect", expectation},
    {"wait", wait},
    {"screenshot", [](const YAML::Node& node) { return Act(step::Screenshot{text(node)}); }},
    {"clock", clock},
    {"fault", fault},
    {"original", original},
    {"scenario", [](const YAML::Node& node) { return Act(step::Scenario{text(node)}); }},
    {"language", [](const YAML::Node& node) { return Act(step::Language{text(node)}); }},
};

FlowStep flow_step(const YAML::Node& node) {
  if (!node.IsMap() || node.size() != 1) complain(node, "expected one 'step: …' here");
  const auto entry = *node.begin();
  const auto name = text(entry.first);
  const auto reader = step_readers.find(name);
  if (reader == step_readers.end()) {
    std::vector<std::string> names;
    std::ranges::copy(step_readers | std::views::keys, std::back_inserter(names));
    complain(entry.first, "no step is called '" + name + "'" + did_you_mean(names, name));
  }
  YAML::Emitter written;
  written << YAML::Flow << node;
  return {node.Mark().line + 1, written.c_str(), reader->second(entry.second)};
}

Flow flow(const YAML::Node& root) {
  allow_only(root, {"flow", "scenario", "model", "language", "theme", "steps"});
  Flow read{.name = text(root["flow"]),
            .scenario = maybe_text(root["scenario"]).value_or(""),
            .model = maybe_text(root["model"]).value_or(""),
            .language = maybe_text(root["language"]).value_or(""),
            .theme = maybe_text(root["theme"]).value_or("")};
  if (!root["steps"] || !root["steps"].IsSequence() || root["steps"].size() == 0) {
    complain(root, "'steps' must be a list of steps");
  }
  for (const auto& node : root["steps"]) read.steps.push_back(flow_step(node));
  return read;
}

}  // namespace

std::expected<Flow, device::FileError> load_flow(const std::filesystem::path& file) {
  auto read = strict::read_strictly(file, flow);
  if (!read) return read;
  read->file = file;
  for (auto& one : read->steps) {
    auto* laid = std::get_if<step::Original>(&one.act);
    if (laid && !laid->path.empty()) laid->path = file.parent_path() / laid->path;
  }
  return read;
}

}  // namespace paneltwin::panel
