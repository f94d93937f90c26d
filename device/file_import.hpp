// A file of rows (users, contacts) that people bring: its rows, and what became of them.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "device/failure.hpp"

namespace paneltwin::device {

/// A row as what it is to change, or why it changes nothing.
template <class Change>
struct FileRow {
  int line = 0;  // from 1
  Result<Change> change;
};

/// A file that is being taken in, or was the last.
struct FileImport {
  struct BadRow {
    int line = 0;     // in the file, from 1
    Failure failure;  // `detail` names the field
    bool operator==(const BadRow&) const = default;
  };
  std::size_t done = 0, rows = 0, kept = 0;
  std::vector<BadRow> bad;
  bool ended = false;
  std::optional<Failure> failure;  // of the whole: nothing of it was kept
  bool operator==(const FileImport&) const = default;
};

}  // namespace paneltwin::device
