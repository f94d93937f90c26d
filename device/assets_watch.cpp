// Linux's inotify: one watch a folder. A file counts once it was closed after writing, moved in, or taken away.
#include "device/assets_watch.hpp"

#include <cerrno>
#include <cstring>
#include <map>
#include <system_error>
#include <thread>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace paneltwin::device {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ONLYDIR;
constexpr int quiet_ms = 4;  // editors save in several steps: what comes this close together is one save
constexpr int longest_turns = 8;

/// Closed at its end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int get() const { return number_; }

 private:
  int number_;
};

}  // namespace

struct AssetsWatch::Impl {
  struct Folder {
    fs::path full, name;  // name: under its assets folder
  };

  Descriptor inotify{::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
  Descriptor ending{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)};
  std::map<int, Folder> folders;
  Changed changed;
  std::jthread thread;  // the last: everything else outlives it

  /// The folder and those in it. False when the system refuses.
  bool watch(const fs::path& full, const fs::path& name) {
    const int number = ::inotify_add_watch(inotify.get(), full.c_str(), events);
    if (number < 0) return errno == ENOENT || errno == ENOTDIR;  // it went away meanwhile
    folders[number] = {full, name};
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(full, error)) {
      std::error_code gone;
      if (entry.is_directory(gone) && !entry.is_symlink(gone) && !watch(entry.path(), name / entry.path().filename())) {
        return false;
      }
    }
    return true;
  }

  /// A folder that came whole: its files were never seen being written.
  void take_folder(const fs::path& full, const fs::path& name, std::set<fs::path>& saved) {
    watch(full, name);
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(full, error)) {
      saved.insert(name / entry.path().lexically_relative(full));
    }
  }

  void take(const inotify_event& event, std::set<fs::path>& saved) {
    const auto folder = folders.find(event.wd);
    if (folder == folders.end()) return;
    if (event.mask & IN_IGNORED) {
      folders.erase(folder);
      return;
    }
    if (event.len == 0) return;
    const auto full = folder->second.full / event.name, name = folder->second.name / event.name;
    if (event.mask & IN_ISDIR) {
      if (event.mask & (IN_CREATE | IN_MOVED_TO)) take_folder(full, name, saved);
      saved.insert(name);
    } else if (!(event.mask & IN_CREATE)) {  // a file that is made is written next
      saved.insert(name);
    }
  }

  void read(std::set<fs::path>& saved) {
    alignas(inotify_event) char buffer[16 << 10];
    for (;;) {
      const auto size = ::read(inotify.get(), buffer, sizeof buffer);
      if (size <= 0) return;
      for (const char* at = buffer; at < buffer + size;) {
        const auto& event = *reinterpret_cast<const inotify_event*>(at);
        take(event, saved);
        at += sizeof(inotify_event) + event.len;
      }
    }
  }

  void run() {
    pollfd waits[] = {{inotify.get(), POLLIN, 0}, {ending.get(), POLLIN, 0}};
    while (::poll(waits, 2, -1) >= 0 || errno == EINTR) {
      if (waits[1].revents != 0) return;
      std::set<fs::path> saved;
      for (int turn = 0; turn < longest_turns; ++turn) {
        read(saved);
        if (::poll(waits, 2, quiet_ms) <= 0 || waits[1].revents != 0) break;
      }
      read(saved);
      if (!saved.empty()) changed(std::move(saved));
    }
  }
};

Result<std::unique_ptr<AssetsWatch>> AssetsWatch::start(const Assets& assets, Changed changed) {
  auto impl = std::make_unique<Impl>();
  const auto refuse = [] {
    return fail(FailureKind::output_failed, std::string("cannot watch the assets: ") + std::strerror(errno));
  };
  if (impl->inotify.get() < 0 || impl->ending.get() < 0) return refuse();
  impl->changed = std::move(changed);
  for (const auto& folder : assets.folders()) {
    if (!impl->watch(folder, {})) return refuse();
  }
  auto* running = impl.get();
  impl->thread = std::jthread([running] { running->run(); });
  return std::unique_ptr<AssetsWatch>(new AssetsWatch(std::move(impl)));
}

AssetsWatch::AssetsWatch(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

AssetsWatch::~AssetsWatch() {
  ::eventfd_write(impl_->ending.get(), 1);
  impl_->thread.join();
}

}  // namespace paneltwin::device
