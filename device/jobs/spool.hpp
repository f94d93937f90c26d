// Scanned files that wait to be sent: a folder a job, beside the store.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "device/jobs/job_record.hpp"

namespace paneltwin::device {

/// Any thread, as long as no two work on the same job.
class Spool {
 public:
  explicit Spool(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::filesystem::path folder(ReceiptNumber receipt) const;
  /// An empty folder for the job. Failure: memory_full.
  [[nodiscard]] Result<void> prepare(ReceiptNumber receipt) const;
  /// The job's files, by name. None when its folder is gone.
  [[nodiscard]] std::vector<std::filesystem::path> files(ReceiptNumber receipt) const;
  /// Makes sure that the files' names are on the disk too. Failure: memory_full.
  [[nodiscard]] Result<void> sync(ReceiptNumber receipt) const;
  void remove(ReceiptNumber receipt) const;
  /// Removes what no job of these needs: left by a power failure.
  void sweep(std::span<const JobRecord> needed) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace paneltwin::device
