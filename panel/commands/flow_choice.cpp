#include "panel/commands/flow_choice.hpp"

#include <algorithm>
#include <random>

namespace paneltwin::panel {

namespace fs = std::filesystem;

static std::vector<fs::path> flow_files(const std::vector<std::string>& names) {
  std::vector<fs::path> files;
  for (const auto& name : names) {
    if (!fs::is_directory(name)) {
      files.emplace_back(name);
      continue;
    }
    std::vector<fs::path> found;
    for (auto entry = fs::recursive_directory_iterator(name); entry != fs::recursive_directory_iterator(); ++entry) {
      const auto& path = entry->path();
      if (entry->is_directory() && (path.filename() == "parts" || path.filename() == "goldens")) {
        entry.disable_recursion_pending();
      }
      if (entry->is_regular_file() && path.extension() == ".yaml") found.push_back(path);
    }
    std::ranges::sort(found);
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

static bool is_wanted(const Flow& flow, const std::vector<std::string>& tags) {
  const auto has = [&](std::string_view tag) { return std::ranges::find(flow.tags, tag) != flow.tags.end(); };
  bool asked = false, found = false;
  for (const std::string_view tag : tags) {
    if (tag.starts_with("not-")) {
      if (has(tag.substr(4))) return false;
    } else {
      asked = true;
      found = found || has(tag);
    }
  }
  return found || !asked;
}

void shuffle(std::vector<Flow>& flows, std::uint64_t seed) {
  // std::shuffle may differ from library to library: this is Fisher and Yates's own.
  std::mt19937_64 dice(seed);
  for (std::size_t i = flows.size(); i > 1; --i) std::swap(flows[i - 1], flows[dice() % i]);
}

std::expected<std::vector<Flow>, device::FileError> choose_flows(const Options& options) {
  std::vector<Flow> chosen;
  for (const auto& file : flow_files(options.names)) {
    auto flows = load_flows(file);
    if (!flows) return std::unexpected(flows.error());
    std::ranges::move(*flows, std::back_inserter(chosen));
  }
  name_evidence(chosen);
  std::erase_if(chosen, [&](const Flow& flow) { return !is_wanted(flow, options.play.tags); });
  if (options.play.seed) shuffle(chosen, *options.play.seed);
  if (options.play.shards > 1) {
    std::vector<Flow> part;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (static_cast<int>(i) % options.play.shards == options.play.shard - 1) part.push_back(std::move(chosen[i]));
    }
    chosen = std::move(part);
  }
  return chosen;
}

}  // namespace paneltwin::panel
