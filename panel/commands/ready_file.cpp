#include "panel/commands/ready_file.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "device/assets.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;

/// Of the machine that wrote `file`; 0 when nothing in it says so.
static std::int64_t process_in(const fs::path& file) {
  boost::system::error_code error;
  const auto content = boost::json::parse(device::read_file(file).value_or(""), error);
  const auto* ready = content.if_object();
  const auto* process = !error && ready ? ready->if_contains("pid") : nullptr;
  return process && process->is_int64() ? process->get_int64() : 0;
}

/// Numbers of processes are given out again, in a container the same one at each start: it must be this program, and
/// another process than this.
static bool is_running(std::int64_t process) {
  if (process == ::getpid()) return false;
  std::error_code error;
  const auto program = fs::read_symlink(fmt::format("/proc/{}/exe", process), error);
  return !error && program == fs::read_symlink("/proc/self/exe", error);
}

std::expected<void, StartError> clear_ready_file(const fs::path& file) {
  if (file.empty()) return {};
  if (const auto process = process_in(file); process > 0 && is_running(process)) {
    return std::unexpected(StartError{fmt::format(
        "{} is the ready file of process {}, which runs; give this one a file of its own", file.string(), process)});
  }
  ::unlink(file.c_str());  // a folder stays: writing says what is wrong with it
  return {};
}

std::expected<void, StartError> write_ready_file(const fs::path& file, const std::string& json) {
  if (file.empty() || device::write_file(file, json + "\n", 0600)) return {};
  return std::unexpected(StartError{"cannot write the ready file " + file.string()});
}

}  // namespace paneltwin::panel
