// play: flows, each on a machine of its own.
#include <algorithm>
#include <filesystem>
#include <vector>

#include <fmt/format.h>

#include "panel/automation/flow.hpp"
#include "panel/automation/flow_player.hpp"
#include "panel/automation/junit.hpp"
#include "panel/commands/commands.hpp"
#include "panel/commands/scratch_folder.hpp"
#include "panel/commands/station.hpp"
#include "panel/render/offscreen.hpp"

namespace paneltwin::panel {

static std::expected<FlowResult, StartError> play_one(const Flow& flow, const Options& given) {
  const ScratchFolder scratch;
  auto machine_options = given.machine;
  if (!given.own_state) machine_options.state = scratch.path();
  machine_options.clock_stands = true;
  if (!flow.model.empty()) machine_options.model = flow.model;
  if (!flow.language.empty()) machine_options.language = flow.language;
  if (!flow.scenario.empty()) machine_options.scenario = flow.scenario;
  auto machine = Machine::start(std::move(machine_options));
  if (!machine) return std::unexpected(machine.error());
  auto panel = open_panel(**machine, flow.theme.empty() ? given.theme : flow.theme, false);
  if (!panel) return std::unexpected(panel.error());
  const auto evidence = given.out.empty() ? given.out : given.out / flow.file.stem();
  return play(flow, **machine, **panel, evidence);
}

/// A folder stands for the .yaml files in it and below, in the order of their names.
static std::vector<std::filesystem::path> flow_files(const std::vector<std::string>& names) {
  std::vector<std::filesystem::path> files;
  for (const auto& name : names) {
    if (!std::filesystem::is_directory(name)) {
      files.emplace_back(name);
      continue;
    }
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(name)) {
      if (entry.is_regular_file() && entry.path().extension() == ".yaml") found.push_back(entry.path());
    }
    std::ranges::sort(found);
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

int play_command(const Options& options) {
  std::vector<Flow> flows;
  for (const auto& file : flow_files(options.names)) {
    auto flow = load_flow(file);
    if (!flow) return refuse({flow.error().str(), 2});
    flows.push_back(std::move(*flow));
  }
  if (flows.empty()) return refuse({"there is no flow in " + options.names.front(), 2});
  auto context = OffscreenContext::open();
  if (!context) return refuse({context.error().detail});

  std::vector<PlayedFlow> played;
  bool all_passed = true;
  for (const auto& flow : flows) {
    const auto result = play_one(flow, options);
    if (!result) return refuse(result.error());
    const auto seconds = std::chrono::duration<double>(result->took).count();
    if (result->broken) {
      all_passed = false;
      fmt::print("failed  {} ({})\n        {}:{}: {}\n        {}\n", flow.name, flow.file.filename().string(),
                 flow.file.string(), result->broken->line, result->broken->step, result->broken->why);
    } else {
      fmt::print("passed  {} ({} steps, {:.2f} s)\n", flow.name, result->steps_done, seconds);
    }
    played.push_back({flow.file, flow.name, *result});
  }
  if (!options.junit.empty() && !write_junit(options.junit, played)) {
    return refuse({"cannot write the report " + options.junit.string()});
  }
  return all_passed ? 0 : 1;
}

}  // namespace paneltwin::panel
