#include "device/yaml/asset_yaml.hpp"

#include <algorithm>

#include "device/text/spelling.hpp"
#include "device/yaml/limited_yaml.hpp"

namespace paneltwin::device {

std::expected<YAML::Node, FileError> load_yaml(const Assets& assets, std::string_view name) {
  const auto file = assets.find(name);
  if (!file) return std::unexpected(FileError{name, 0, 0, "no such file in the assets folders"});
  return load_yaml_file(*file);
}

std::expected<YAML::Node, FileError> load_yaml_file(const std::filesystem::path& file) {
  constexpr std::size_t largest = 1 << 20;
  const auto content = read_file(file, largest);
  if (!content) return std::unexpected(FileError{file, 0, 0, "cannot be read, or is larger than 1 MiB"});
  try {
    return load_limited_yaml(*content);
  } catch (const YAML::Exception& error) {
    return std::unexpected(FileError{file, error.mark.line + 1, error.mark.column + 1, error.msg});
  }
}

FileError complaint(const std::filesystem::path& file, const YAML::Node& at, std::string message) {
  const auto mark = at.IsDefined() ? at.Mark() : YAML::Mark::null_mark();
  return {file, mark.line + 1, mark.column + 1, std::move(message)};
}

std::expected<void, FileError> check_keys(const std::filesystem::path& file, const YAML::Node& map,
                                          const std::vector<std::string>& known) {
  if (!map.IsMap()) return std::unexpected(complaint(file, map, "expected 'name: value' lines here"));
  for (const auto& entry : map) {
    const auto key = entry.first.as<std::string>("");
    if (std::ranges::find(known, key) == known.end()) {
      return std::unexpected(complaint(file, entry.first, "unknown '" + key + "'" + did_you_mean(known, key)));
    }
  }
  return {};
}

}  // namespace paneltwin::device
