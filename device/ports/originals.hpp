// Port: the sheets that somebody lays on the glass or into the feeder. panel/world implements it with files.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "device/failure.hpp"
#include "device/jobs/scan_request.hpp"
#include "device/state.hpp"

namespace paneltwin::device {

/// Packed RGB, 8 bits a channel, rows from the top, width * 3 bytes each.
struct Image {
  int width = 0, height = 0;
  int dpi = 200;
  std::vector<std::uint8_t> rgb;
  int vertical_dpi = 0;  // 0: as dpi
};

class Originals {
 public:
  virtual ~Originals() = default;
  /// What lies there now; nothing when it is empty. Any thread.
  virtual std::optional<OriginalInfo> at(OriginalPlace place) const = 0;
  /// One side as the scanner sees it. `page` from 0. Worker thread; heavy.
  virtual Result<Image> scan(OriginalPlace place, int page, int dpi) const = 0;
};

}  // namespace paneltwin::device
