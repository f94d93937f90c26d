// How each kind of step is written.
#include "device/clock.hpp"
#include "panel/automation/condition_yaml.hpp"
#include "panel/automation/flow_reader.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;
using device::OriginalPlace;
using reading::maybe_text;
using strict::allow_only;
using strict::complain;
using strict::one_of;
using strict::text;

static const std::map<std::string, Direction>& directions() {
  static const std::map<std::string, Direction> ways{
      {"left", Direction::left}, {"right", Direction::right}, {"up", Direction::up}, {"down", Direction::down}};
  return ways;
}

Act FlowReader::tap(const YAML::Node& node, const FlowScope&) { return step::Tap{text(node)}; }

Act FlowReader::long_press(const YAML::Node& node, const FlowScope&) {
  if (node.IsScalar()) return step::LongPress{.on = text(node)};
  allow_only(node, {"on", "for"});
  step::LongPress press{.on = text(node["on"])};
  if (node["for"]) press.held = strict::duration(node["for"]);
  if (press.held > std::chrono::seconds(10)) complain(node["for"], "a finger is held for 10s at most");
  return press;
}

Act FlowReader::type(const YAML::Node& node, const FlowScope&) { return step::Type{text(node)}; }

Act FlowReader::key(const YAML::Node& node, const FlowScope&) {
  const auto name = text(node);
  if (auto known = check_key(name); !known) complain(node, known.error().detail);
  return step::Key{name};
}

Act FlowReader::swipe(const YAML::Node& node, const FlowScope&) {
  if (node.IsScalar()) return step::Swipe{one_of(node, directions()), {}};
  allow_only(node, {"direction", "on"});
  return step::Swipe{one_of(node["direction"], directions()), maybe_text(node["on"]).value_or("")};
}

Act FlowReader::wait(const YAML::Node& node, const FlowScope&) {
  if (node.IsScalar()) return step::Pause{strict::duration(node)};
  return reading::expectation(node.IsMap() && node["until"] ? node["until"] : node);
}

Act FlowReader::expect(const YAML::Node& node, const FlowScope&) { return reading::expectation(node); }

/// Names of pictures are names of files, and stay in the folder of the evidence.
static std::string picture_name(const YAML::Node& node) {
  auto name = text(node);
  if (name.find_first_of("/\\") != std::string::npos || name.starts_with('.')) {
    complain(node, "a picture's name has no folder in it and begins with no dot");
  }
  return name;
}

Act FlowReader::screenshot(const YAML::Node& node, const FlowScope&) {
  if (node.IsScalar()) return step::Screenshot{picture_name(node), {}};
  allow_only(node, {"name", "golden"});
  step::Screenshot shot{picture_name(node["name"]), {}};
  if (node["golden"] && strict::flag(node["golden"])) {
    shot.golden = files_.front().parent_path() / "goldens" / flow_name_ / (shot.name + ".png");
  }
  return shot;
}

Act FlowReader::clock(const YAML::Node& node, const FlowScope&) {
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

Act FlowReader::fault(const YAML::Node& node, const FlowScope&) {
  allow_only(node, {"dns", "smtp-port", "tls", "network", "additional-network"});
  step::Fault faults;
  for (const auto& entry : node) {
    faults.faults[text(entry.first)] = one_of<bool>(entry.second, {{"fail", true}, {"ok", false}});
  }
  return faults;
}

Act FlowReader::original(const YAML::Node& node, const FlowScope&) {
  allow_only(node, {"path", "asset", "at"});
  if (node["path"].IsDefined() == node["asset"].IsDefined()) {
    complain(node, "expected a 'path' beside the flow, or an 'asset' such as originals/letter.jpg");
  }
  const auto at =
      one_of<OriginalPlace>(node["at"], {{"glass", OriginalPlace::glass}, {"feeder", OriginalPlace::feeder}});
  if (node["asset"]) return step::Original{{}, text(node["asset"]), at};
  if (node["path"].IsNull()) return step::Original{{}, {}, at};
  return step::Original{folder() / text(node["path"]), {}, at};
}

Act FlowReader::card(const YAML::Node& node, const FlowScope&) {
  return step::Card{node.IsNull() ? std::string() : text(node)};
}

Act FlowReader::wifi_pin(const YAML::Node& node, const FlowScope&) {
  if (node.IsScalar()) return step::WifiPin{text(node), {}};
  allow_only(node, {"ssid", "pin"});
  return step::WifiPin{text(node["ssid"]), maybe_text(node["pin"])};
}

Act FlowReader::memory_device(const YAML::Node& node, const FlowScope&) {
  allow_only(node, {"files"});
  if (!node["files"]) return step::MemoryDevice{};
  if (!node["files"].IsSequence()) complain(node, "'files' must be a list");
  std::vector<std::filesystem::path> files;
  for (const auto& file : node["files"]) files.push_back(folder() / text(file));
  return step::MemoryDevice{files};
}

Act FlowReader::condition(const YAML::Node& node, const FlowScope&) { return step::Condition{conditions_of(node)}; }
Act FlowReader::scenario(const YAML::Node& node, const FlowScope&) { return step::Scenario{text(node)}; }
Act FlowReader::language(const YAML::Node& node, const FlowScope&) { return step::Language{text(node)}; }
Act FlowReader::model(const YAML::Node& node, const FlowScope&) { return step::Model{text(node)}; }

Act FlowReader::repeat(const YAML::Node& node, const FlowScope& scope) {
  allow_only(node, {"times", "until", "most", "steps"});
  if (node["times"].IsDefined() == node["until"].IsDefined()) {
    complain(node, "expected how often: 'times: 3', or 'until: {…}' and at 'most: 20'");
  }
  step::Repeat repeat;
  if (node["times"]) repeat.most = strict::number(node["times"], 1, 100'000);
  if (node["until"]) {
    repeat.until = reading::expectation(node["until"]);
    repeat.most = node["most"] ? strict::number(node["most"], 1, 100'000) : 20;
  }
  repeat.steps = steps(node["steps"], scope, node);
  return repeat;
}

Act FlowReader::when(const YAML::Node& node, const FlowScope& scope) {
  allow_only(node, {"if", "then", "else"});
  if (!node["if"]) complain(node, "expected 'if: {…}', as 'expect' has it");
  if (!node["then"] && !node["else"]) complain(node, "expected 'then' or 'else' with a list of steps");
  step::When when{.is = reading::expectation(node["if"])};
  if (node["then"]) when.then = steps(node["then"], scope, node);
  if (node["else"]) when.otherwise = steps(node["else"], scope, node);
  return when;
}

Act FlowReader::browser(const YAML::Node& node, const FlowScope& scope) {
  auto read = reading::browser_step(node);
  if (const auto* remembers = std::get_if<step::Browser::Remember>(&read.act)) {
    for (const auto& [name, _] : remembers->names) scope.remember(name);
  }
  return read;
}

const std::vector<FlowReader::StepName>& FlowReader::step_names() {
  static const std::vector<StepName> names{
      {"tap", &FlowReader::tap},           {"long-press", &FlowReader::long_press},
      {"type", &FlowReader::type},         {"key", &FlowReader::key},
      {"swipe", &FlowReader::swipe},       {"expect", &FlowReader::expect},
      {"wait", &FlowReader::wait},         {"screenshot", &FlowReader::screenshot},
      {"clock", &FlowReader::clock},       {"fault", &FlowReader::fault},
      {"original", &FlowReader::original}, {"condition", &FlowReader::condition},
      {"card", &FlowReader::card},         {"memory-device", &FlowReader::memory_device},
      {"scenario", &FlowReader::scenario}, {"language", &FlowReader::language},
      {"model", &FlowReader::model},       {"run", &FlowReader::run},
      {"repeat", &FlowReader::repeat},     {"when", &FlowReader::when},
      {"browser", &FlowReader::browser},   {"wifi-pin", &FlowReader::wifi_pin}};
  return names;
}

}  // namespace paneltwin::panel
