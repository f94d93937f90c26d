// What a computer sends to be printed.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "device/failure.hpp"
#include "device/jobs/scan_request.hpp"

namespace paneltwin::device {

struct ComputerPrint {
  std::string user;  // as the job names it; empty: nobody
  std::string name;  // of the document; may be empty
  int copies = 1;    // 1 to 999
  bool two_sided = false;
  ColorMode color = ColorMode::automatic;      // automatic, black_and_white
  std::shared_ptr<const std::string> content;  // PDF, JPEG, TIFF or PNG
  std::optional<FailureKind> trouble;          // what the wire made of it: nothing of it is to be printed
};

/// The document's name as a file may be called: without what leads to other folders, 60 bytes at most.
std::string file_name_of(const ComputerPrint& print);

}  // namespace paneltwin::device
