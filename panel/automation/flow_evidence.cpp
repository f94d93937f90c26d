// Folders of evidence: readable, and never two flows in one.
#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include "panel/automation/flow.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;

/// The name with so many folders above the file before it: "orders-send" with one.
static std::string name_with(const Flow& flow, const fs::path& file, int folders) {
  std::string name = flow.short_name();
  auto folder = file.parent_path();
  for (int i = 0; i < folders && folder.has_filename(); ++i, folder = folder.parent_path()) {
    name.insert(0, folder.filename().string() + "-");
  }
  return name;
}

void name_evidence(std::vector<Flow>& flows) {
  std::vector<fs::path> files;
  files.reserve(flows.size());
  for (const auto& flow : flows) files.push_back(fs::absolute(flow.file).lexically_normal());
  std::map<std::string, std::set<fs::path>> called;  // the files that each short name stands for
  for (std::size_t i = 0; i < flows.size(); ++i) called[flows[i].short_name()].insert(files[i]);
  std::set<std::string> taken{"report.html"};
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const auto& twins = called[flows[i].short_name()];
    const auto is_told_apart = [&](int folders) {
      const auto name = name_with(flows[i], files[i], folders);
      return std::ranges::count_if(
                 twins, [&](const fs::path& twin) { return name_with(flows[i], twin, folders) == name; }) < 2;
    };
    int folders = 0;
    const auto deepest = std::ranges::distance(files[i]);
    while (!is_told_apart(folders) && folders < deepest) ++folders;
    const auto name = name_with(flows[i], files[i], folders);
    flows[i].evidence = name;
    for (int again = 2; !taken.insert(flows[i].evidence).second; ++again) {
      flows[i].evidence = name + "." + std::to_string(again);
    }
  }
}

}  // namespace paneltwin::panel
