// Scan to My Folder: a real folder a user, called by the user's ID.
#include <fmt/format.h>

#include "device/jobs/scan_job.hpp"
#include "device/paper/page_writer.hpp"

namespace paneltwin::device {

namespace fs = std::filesystem;

namespace {

/// "scan.pdf", or "scan_2.pdf" where that is there already: nothing of a user's is written over.
fs::path free_name(const fs::path& folder, const fs::path& name) {
  auto path = folder / name;
  for (int number = 2; fs::exists(path); ++number) {
    path = folder / fmt::format("{}_{}{}", name.stem().string(), number, name.extension().string());
  }
  return path;
}

Result<void> save(const std::vector<fs::path>& files, const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  for (const auto& file : files) {
    if (error) break;
    // Whole under its name or not there at all.
    const auto unfinished = folder / fmt::format(".{}.part", file.filename().string());
    fs::copy_file(file, unfinished, fs::copy_options::overwrite_existing, error);
    if (error) break;
    if (auto synced = sync_to_disk(unfinished); !synced) return synced;
    fs::rename(unfinished, free_name(folder, file.filename()), error);
  }
  if (error) return fail(FailureKind::memory_full, folder.string() + ": " + error.message());
  return sync_to_disk(folder);
}

}  // namespace

void save_from_spool(JobQueue& queue, const std::shared_ptr<QueuedJob>& job, JobDone done) {
  Core& core = queue.core();
  job->record.job.phase = JobPhase::sending;
  queue.show();
  const auto folder = core.options.user_folders / job->record.job.destinations.front();
  auto files = queue.spool().files(job->record.job.receipt);
  core.work([files = std::move(files), folder] { return save(files, folder); }, std::move(done));
}

}  // namespace paneltwin::device
