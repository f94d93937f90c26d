// Copies files: all of them or none.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace paneltwin::panel {

enum class Copied { all, no_space, failed };

/// Each of `files` to the target of its place, whole or not at all, when together they take no more than `space` bytes.
Copied copy_all(const std::vector<std::filesystem::path>& files, const std::vector<std::filesystem::path>& targets,
                std::uintmax_t space);

}  // namespace paneltwin::panel
