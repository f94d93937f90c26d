#include "tests/device/fake_ports.hpp"

#include <cmath>

#include "device/assets.hpp"

namespace paneltwin::device {

void FakeMail::send(MailServer server, MailMessage message, std::move_only_function<void()> about_to_commit,
                    std::stop_token stopper, std::move_only_function<void(Result<MailReceipt>)> done) {
  Sent now{std::move(server), std::move(message), {}};
  for (const auto& attachment : now.message.attachments) {
    now.files.push_back(read_file(attachment.file).value_or(""));
  }
  sent.push_back(std::move(now));
  stop = stopper;
  if (holds) {
    about_to_commit_ = std::move(about_to_commit);
    done_ = std::move(done);
    on_stop_.emplace(stopper, [this] {
      if (done_) finish(fail(FailureKind::canceled));
    });
    return;
  }
  Result<MailReceipt> answer = MailReceipt{"250 2.0.0 OK"};
  if (!answers.empty()) {
    answer = std::move(answers.front());
    answers.pop_front();
  }
  if (answer) about_to_commit();
  done(std::move(answer));
}

void FakeOriginals::lay(OriginalPlace place, int pages, Look look) {
  std::lock_guard lock(mutex_);
  sheets_[place] = {pages, look};
}

void FakeOriginals::clear() {
  std::lock_guard lock(mutex_);
  sheets_.clear();
}

std::optional<OriginalInfo> FakeOriginals::at(OriginalPlace place) const {
  std::lock_guard lock(mutex_);
  const auto found = sheets_.find(place);
  if (found == sheets_.end()) return std::nullopt;
  return OriginalInfo{"letter.png", found->second.pages};
}

Result<Image> FakeOriginals::scan(OriginalPlace place, int page, int dpi) const {
  std::lock_guard lock(mutex_);
  const auto found = sheets_.find(place);
  if (found == sheets_.end() || page >= found->second.pages) return fail(FailureKind::no_original);
  Image image{
      static_cast<int>(std::lround(105 / 25.4 * dpi)), static_cast<int>(std::lround(148 / 25.4 * dpi)), dpi, {}};
  if (found->second.look == Look::growing) image.height += image.height / 4 * page;
  image.rgb.assign(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 3, 0xFF);
  std::uint32_t random = 1;
  const std::size_t inked = found->second.look == Look::noise ? image.rgb.size() : image.rgb.size() / 10;
  for (std::size_t i = 0; i < inked; ++i) {
    if (found->second.look == Look::letter) {
      image.rgb[i] = 0x30;
    } else if (found->second.look == Look::color) {
      image.rgb[i] = i % 3 == 0 ? 0xD0 : 0x10;
    } else {
      random = random * 1664525 + 1013904223;
      image.rgb[i] = static_cast<std::uint8_t>(random >> 24);
    }
  }
  return image;
}

}  // namespace paneltwin::device
