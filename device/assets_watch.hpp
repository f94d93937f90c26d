// Tells when files of the assets folders are saved, so that what runs can take them up at once.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>

#include "device/assets.hpp"
#include "device/failure.hpp"

namespace paneltwin::device {

class AssetsWatch {
 public:
  /// Names as Assets::find takes them ("menus/home.yaml"), of what was written, moved or removed in one go.
  using Changed = std::function<void(std::set<std::filesystem::path>)>;

  /// Watches every folder and what is in it; `changed` is called on a thread of the watch's own. It sleeps while
  /// nothing happens. Failure: output_failed, the system has no more watches (inotify).
  static Result<std::unique_ptr<AssetsWatch>> start(const Assets& assets, Changed changed);
  ~AssetsWatch();  // joins the thread

 private:
  struct Impl;
  explicit AssetsWatch(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::device
