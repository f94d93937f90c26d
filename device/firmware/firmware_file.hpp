// A firmware file of ours: a head of a few lines that says for which model it is, which version, how long what follows
// is and its SHA-256 (over head and body), then the body.
//
//   PANELTWIN-FIRMWARE 1
//   model: large
//   version: 07.84.GW19Q3
//   length: 262144
//   sha256: 64 hexadecimal digits
//   (an empty line, and the body)
#pragma once

#include <string>
#include <string_view>

#include "device/failure.hpp"

namespace paneltwin::device {

struct FirmwareFile {
  std::string model, version, body;
  bool operator==(const FirmwareFile&) const = default;
};

inline constexpr std::size_t largest_firmware_file = 32u << 20;

/// Failure: firmware_file, with what is wrong.
Result<FirmwareFile> read_firmware_file(std::string_view content);
std::string write_firmware_file(const FirmwareFile& file);

}  // namespace paneltwin::device
