// Firmware files that people bring: whatever is in them, they are read whole or refused.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "device/firmware/firmware_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace paneltwin::device;
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  const auto read = read_firmware_file(content);
  if (read && write_firmware_file(*read) != content) std::abort();
  return 0;
}
