#include "panel/world/file_originals.hpp"

#include <map>
#include <mutex>

#include "panel/world/original_file.hpp"

namespace paneltwin::panel {

using device::OriginalPlace;

struct FileOriginals::Impl {
  struct Laid {
    device::OriginalInfo info;
    std::shared_ptr<OriginalFile> file;
  };

  mutable std::mutex mutex;
  std::map<OriginalPlace, Laid> laid;
  std::function<void()> changed;

  void tell() {
    std::function<void()> seen;
    {
      const std::lock_guard lock(mutex);
      seen = changed;
    }
    if (seen) seen();
  }
};

FileOriginals::FileOriginals() : impl_(std::make_unique<Impl>()) {}
FileOriginals::~FileOriginals() = default;

device::Result<void> FileOriginals::lay(OriginalPlace place, const std::filesystem::path& file) {
  auto original = open_original(file);
  if (!original) return std::unexpected(original.error());
  const int pages = place == OriginalPlace::glass ? 1 : (*original)->pages();
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->laid[place] = {{.name = file.filename().string(), .pages = pages}, std::move(*original)};
  }
  impl_->tell();
  return {};
}

void FileOriginals::take_away(OriginalPlace place) {
  {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->laid.erase(place) == 0) return;
  }
  impl_->tell();
}

void FileOriginals::on_change(std::function<void()> seen) {
  const std::lock_guard lock(impl_->mutex);
  impl_->changed = std::move(seen);
}

std::optional<device::OriginalInfo> FileOriginals::at(OriginalPlace place) const {
  const std::lock_guard lock(impl_->mutex);
  const auto found = impl_->laid.find(place);
  return found == impl_->laid.end() ? std::nullopt : std::optional(found->second.info);
}

device::Result<device::Image> FileOriginals::scan(OriginalPlace place, int page, int dpi) const {
  std::shared_ptr<OriginalFile> file;
  {
    const std::lock_guard lock(impl_->mutex);
    if (const auto found = impl_->laid.find(place); found != impl_->laid.end()) file = found->second.file;
  }
  if (!file) return device::fail(device::FailureKind::no_original);
  return file->scan(page, dpi);
}

}  // namespace paneltwin::panel
