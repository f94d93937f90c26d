// YAML files that designers edit: every complaint names file, line and column.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "device/assets.hpp"

namespace paneltwin::panel {

/// assets/`name` read and parsed. Fails when no folder has it, or it is not YAML.
std::expected<YAML::Node, device::FileError> load_yaml(const device::Assets& assets, std::string_view name);
std::expected<YAML::Node, device::FileError> load_yaml_file(const std::filesystem::path& file);

device::FileError complaint(const std::filesystem::path& file, const YAML::Node& at, std::string message);
/// A complaint about the first key of `map` that is none of `known`; nothing when all are known.
std::expected<void, device::FileError> check_keys(const std::filesystem::path& file, const YAML::Node& map,
                                                  const std::vector<std::string>& known);

}  // namespace paneltwin::panel
