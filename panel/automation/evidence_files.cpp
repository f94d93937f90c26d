#include "panel/automation/evidence_files.hpp"

#include "device/assets.hpp"
#include "panel/automation/film.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;

static device::Result<void> write(const fs::path& file, const std::string& content) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (device::write_file(file, content)) return {};
  return device::fail(device::FailureKind::output_failed, "cannot write " + file.string());
}

std::string command_for(const PlayedFlow& played) {
  return "paneltwin play --model " + played.model + " --language " + played.language + " " + played.flow.file.string();
}

device::Result<void> keep_evidence(const fs::path& folder, const PlayedFlow& played, bool video) {
  const auto& flow = played.flow;
  const auto own = folder / (flow.evidence.empty() ? flow.short_name() : flow.evidence);
  std::vector<std::pair<fs::path, std::string>> files;
  files.reserve(played.pictures.size() + 8);
  for (const auto& [name, png] : played.pictures) files.emplace_back(own / (name + ".png"), png);
  if (played.result.broken) {
    files.emplace_back(own / "failure.png", played.failure_picture);
    files.emplace_back(own / "tree.json", played.tree);
    files.emplace_back(own / "state.json", played.state);
    files.emplace_back(own / "trace.json", played.trace);
    files.emplace_back(own / "reproduce.txt", command_for(played) + "\n");
  }
  for (const auto& [file, content] : files) {
    if (auto written = write(file, content); !written) return written;
  }
  if (video) {
    if (auto film = write_film(own, film_of(played)); !film) return std::unexpected(film.error());
  }
  return {};
}

}  // namespace paneltwin::panel
