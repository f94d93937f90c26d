#include "device/jobs/spool.hpp"

#include <algorithm>

#include "device/paper/page_writer.hpp"

namespace paneltwin::device {

namespace fs = std::filesystem;

fs::path Spool::folder(ReceiptNumber receipt) const { return folder_ / std::to_string(receipt); }

Result<void> Spool::prepare(ReceiptNumber receipt) const {
  remove(receipt);
  std::error_code error;
  fs::create_directories(folder(receipt), error);
  if (!error) fs::permissions(folder_, fs::perms::owner_all, error);
  if (error) return fail(FailureKind::memory_full, folder(receipt).string() + ": " + error.message());
  return {};
}

std::vector<fs::path> Spool::files(ReceiptNumber receipt) const {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder(receipt), error)) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

Result<void> Spool::sync(ReceiptNumber receipt) const {
  for (const auto& path : {folder(receipt), folder_, folder_.parent_path()}) {
    if (auto synced = sync_to_disk(path); !synced) return synced;
  }
  return {};
}

void Spool::remove(ReceiptNumber receipt) const {
  std::error_code ignored;
  fs::remove_all(folder(receipt), ignored);
}

void Spool::sweep(std::span<const JobRecord> needed) const {
  std::error_code error;
  std::vector<fs::path> left;
  for (const auto& entry : fs::directory_iterator(folder_, error)) left.push_back(entry.path());
  for (const auto& path : left) {
    const bool keep = std::ranges::any_of(
        needed, [&](const JobRecord& record) { return path == folder(record.job.receipt) && record.spooled; });
    if (!keep) fs::remove_all(path, error);
  }
}

}  // namespace paneltwin::device
