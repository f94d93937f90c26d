#include "panel/world/copied_files.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;

Copied copy_all(const std::vector<fs::path>& files, const std::vector<fs::path>& targets, Room room) {
  std::error_code error;
  std::uintmax_t bytes = 0;
  for (const auto& file : files) {
    const auto size = fs::file_size(file, error);
    if (error) return Copied::failed;
    if (size > room.largest) return Copied::too_large;
    bytes += size;
  }
  if (bytes > room.space) return Copied::no_space;
  std::size_t done = 0;
  for (; done < files.size() && !error; ++done) {
    auto half = targets[done];
    half += ".part";
    fs::copy_file(files[done], half, fs::copy_options::overwrite_existing, error);
    if (!error) fs::rename(half, targets[done], error);
    std::error_code ignored;
    if (error) fs::remove(half, ignored);
  }
  if (!error) return Copied::all;
  std::error_code ignored;
  for (std::size_t i = 0; i + 1 < done; ++i) fs::remove(targets[i], ignored);
  return error == std::errc::no_space_on_device ? Copied::no_space : Copied::failed;
}

}  // namespace paneltwin::panel
