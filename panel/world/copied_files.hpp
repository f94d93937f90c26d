// Copies files: all of them or none.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace paneltwin::panel {

enum class Copied { all, no_space, too_large, failed };

inline constexpr std::uintmax_t largest_on_fat32 = 0xFFFF'FFFF;

/// In bytes: what is left, and what one file may have.
struct Room {
  std::uintmax_t space = ~std::uintmax_t{0}, largest = ~std::uintmax_t{0};
};

/// Each of `files` to the target of its place, whole or not at all, when there is room for them.
Copied copy_all(const std::vector<std::filesystem::path>& files, const std::vector<std::filesystem::path>& targets,
                Room room);

}  // namespace paneltwin::panel
