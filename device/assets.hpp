// The files that designers edit: their own folder laid over the built-in one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::device {

/// A complaint about a file that people edit. `line` and `column` count from 1; 0 is unknown.
struct FileError {
  std::filesystem::path file;
  int line = 0, column = 0;
  std::string message;
  bool operator==(const FileError&) const = default;
  /// "menus/main.yaml:12:3: no such screen 'foo'"
  [[nodiscard]] std::string str() const;
};

/// Where something that people edit stands. `line` counts from 1; 0 is unknown. The file is a string: each of ten
/// thousand texts holds one, and a path is ten times as dear to copy.
struct FilePlace {
  std::string file;
  int line = 0;
  bool operator==(const FilePlace&) const = default;
};

class Assets {
 public:
  /// Folders in the order they are looked in: the designer's own first.
  explicit Assets(std::vector<std::filesystem::path> folders);

  /// The file that wins for "menus/main.yaml"; nothing when no folder has it, or when `name` leads out of the folders.
  [[nodiscard]] std::optional<std::filesystem::path> find(std::string_view name) const;
  /// Every file of folder `name` with this extension (".yaml"), by file name, the winning one of each, sorted.
  [[nodiscard]] std::vector<std::filesystem::path> list(std::string_view name, std::string_view extension) const;
  [[nodiscard]] const std::vector<std::filesystem::path>& folders() const { return folders_; }

 private:
  std::vector<std::filesystem::path> folders_;
};

/// The whole file; nothing when it cannot be read or is larger than `limit` bytes.
std::optional<std::string> read_file(const std::filesystem::path& file, std::size_t limit = 64u << 20);
/// Writes beside, syncs, and renames over: readers see the old or the new, whole. False when it cannot. `mode`:
/// permission bits.
bool write_file(const std::filesystem::path& file, std::string_view content, unsigned mode = 0644);

}  // namespace paneltwin::device
