// The SHA-256 of what the machine's program consists of: the program that runs, and each of its assets.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "device/assets.hpp"
#include "device/failure.hpp"

namespace paneltwin::device {

/// In hexadecimal, by name: "program", "menus/settings.yaml". What cannot be read has an empty one.
using ProgramDigests = std::map<std::string, std::string, std::less<>>;

/// Reads all of it. `program` empty: the assets alone. Of assets that lie over each other the one that counts. Worker.
ProgramDigests digests_of(const std::filesystem::path& program, const Assets& assets);

/// As the store keeps them, a line each; and back.
std::string written(const ProgramDigests& digests);
ProgramDigests program_digests_in(std::string_view text);

/// The names of what is other than it was, is gone or has come, sorted.
std::vector<std::string> differences(const ProgramDigests& recorded, const ProgramDigests& now);

}  // namespace paneltwin::device
