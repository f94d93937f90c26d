// YAML files that designers edit: every complaint names file, line and column.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "device/assets.hpp"

namespace paneltwin::device {

/// assets/`name` read and parsed. Fails when no folder has it, or it is not YAML.
std::expected<YAML::Node, FileError> load_yaml(const Assets& assets, std::string_view name);
std::expected<YAML::Node, FileError> load_yaml_file(const std::filesystem::path& file);

FileError complaint(const std::filesystem::path& file, const YAML::Node& at, std::string message);
/// A complaint about the first key of `map` that is none of `known`; nothing when all are known.
std::expected<void, FileError> check_keys(const std::filesystem::path& file, const YAML::Node& map,
                                          const std::vector<std::string>& known);

}  // namespace paneltwin::device
