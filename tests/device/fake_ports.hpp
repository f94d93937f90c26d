// The world around the machine, as tests set it up: an identity provider, a mail server, originals and a tray that
// do at once, or on request, what they are told. All but FakeOriginals and FakeTray belong to the loop.
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <utility>

#include "device/assets.hpp"
#include "device/ports/folders.hpp"
#include "device/ports/identity.hpp"
#include "device/ports/mail_transport.hpp"
#include "device/ports/memory_device.hpp"
#include "device/ports/originals.hpp"
#include "device/ports/paper_tray.hpp"
#include "device/ports/print_files.hpp"

namespace paneltwin::device {

/// Gives a code at once; the person's decision comes with decide().
class FakeIdentity final : public Identity {
 public:
  explicit FakeIdentity(Clock& clock) : clock_(clock) {}

  Result<void> reachable;                    // what begin() and refresh() say first
  std::string accepted = "refresh-1";        // the refresh token that is good now
  std::vector<std::string> refreshed_with;   // what refresh() was called with
  bool rotates = true;                       // a refresh brings a new refresh token
  std::optional<std::stop_token> last_stop;  // of the last await_grant()

  void begin(EmailService, std::stop_token, std::move_only_function<void(Result<DeviceGrant>)> done) override {
    if (!reachable) return done(std::unexpected(reachable.error()));
    done(DeviceGrant{"ABCD-1234", "https://login.example/device", "", "secret-device-code",
                     clock_.now() + std::chrono::minutes(15)});
  }
  void await_grant(EmailService, DeviceGrant, std::stop_token stop,
                   std::move_only_function<void(Result<Tokens>)> done) override {
    last_stop = stop;
    waiting_.push_back(std::move(done));
  }
  void refresh(EmailService, std::string token, std::stop_token,
               std::move_only_function<void(Result<Tokens>)> done) override {
    refreshed_with.push_back(token);
    if (!reachable) return done(std::unexpected(reachable.error()));
    if (token != accepted) return done(fail(FailureKind::sign_in_expired, "invalid_grant"));
    done(tokens(""));
  }

  bool pages = true;                        // the provider's sign-in pages come as data
  std::deque<Result<PageStep>> next_pages;  // what the next answers lead to
  std::vector<PageAnswer> answered;

  bool has_pages(EmailService) const override { return pages; }
  void open_pages(EmailService, PageWish, std::stop_token,
                  std::move_only_function<void(Result<PageStep>)> done) override {
    if (!reachable) return done(std::unexpected(reachable.error()));
    done(PageStep{{.app = "Printer Email Sign-in"}, "page-session", {}});
  }
  void answer_page(EmailService, std::string, PageAnswer answer, std::stop_token,
                   std::move_only_function<void(Result<PageStep>)> done) override {
    answered.push_back(answer);
    if (next_pages.empty()) return done(fail(FailureKind::provider_misconfigured));
    auto next = std::move(next_pages.front());
    next_pages.pop_front();
    done(std::move(next));
  }

  /// Ends the oldest await_grant().
  void decide(Result<Tokens> tokens) {
    auto done = std::move(waiting_.front());
    waiting_.pop_front();
    done(std::move(tokens));
  }
  void sign_in_as(const std::string& account) { decide(tokens(account)); }
  /// A set of tokens; what was good before is good no more.
  Tokens tokens(const std::string& account) {
    if (rotates || accepted.empty()) accepted = "refresh-" + std::to_string(++number_);
    return {"access-" + std::to_string(++number_), clock_.now() + std::chrono::hours(1), accepted, account};
  }

 private:
  Clock& clock_;
  int number_ = 1;
  std::deque<std::move_only_function<void(Result<Tokens>)>> waiting_;
};

/// Takes messages, with their files as they were when they came.
class FakeMail final : public MailTransport {
 public:
  struct Sent {
    MailServer server;
    MailMessage message;
    std::vector<std::string> files;  // content of the attachments
  };
  std::vector<Sent> sent;                   // every try to send
  std::deque<Result<MailReceipt>> answers;  // for the next tries, in order; then "250 OK"
  std::deque<Result<void>> test_answers;
  bool holds = false;     // keeps the dialogue open until commit() and finish()
  std::string last_test;  // the sender that the last test offered
  std::stop_token stop;

  void send(MailServer server, MailMessage message, std::move_only_function<void()> about_to_commit,
            std::stop_token stopper, std::move_only_function<void(Result<MailReceipt>)> done) override;
  void test(MailServer, std::string sender, std::stop_token,
            std::move_only_function<void(Result<void>)> done) override {
    last_test = sender;
    Result<void> answer;
    if (!test_answers.empty()) answer = std::exchange(test_answers.front(), {}), test_answers.pop_front();
    done(std::move(answer));
  }

  void commit() { about_to_commit_(); }
  void finish(Result<MailReceipt> result) { std::exchange(done_, nullptr)(std::move(result)); }

 private:
  std::move_only_function<void()> about_to_commit_;
  std::move_only_function<void(Result<MailReceipt>)> done_;
  std::optional<std::stop_callback<std::function<void()>>> on_stop_;
};

/// Sheets of A6 with a gray bar, or with noise that no compression makes small.
class FakeOriginals final : public Originals {
 public:
  enum class Look { letter, color, noise, growing };  // growing: each page is higher than the one before
  void lay(OriginalPlace place, int pages, Look look = Look::letter);
  void clear();
  std::optional<OriginalInfo> at(OriginalPlace place) const override;
  Result<Image> scan(OriginalPlace place, int page, int dpi) const override;

 private:
  struct Sheets {
    int pages = 0;
    Look look = Look::letter;
  };
  mutable std::mutex mutex_;
  std::map<OriginalPlace, Sheets> sheets_;
};

/// Takes what is saved, with the files' content, or says what it was told to say.
class FakeFolders final : public Folders {
 public:
  struct Saved {
    FolderTarget target;
    std::map<std::string, std::string> files;  // content by name
  };
  Result<void> save(const FolderTarget& target, const std::vector<std::filesystem::path>& files) override {
    std::lock_guard lock(mutex_);
    if (!answer_) return answer_;
    Saved saved{target, {}};
    for (const auto& file : files) saved.files[file.filename().string()] = read_file(file).value_or("");
    saved_.push_back(std::move(saved));
    return {};
  }
  void answer(Result<void> answer) {
    std::lock_guard lock(mutex_);
    answer_ = std::move(answer);
  }
  [[nodiscard]] std::vector<Saved> saved() const {
    std::lock_guard lock(mutex_);
    return saved_;
  }

 private:
  mutable std::mutex mutex_;
  Result<void> answer_;
  std::vector<Saved> saved_;
};

/// A stick with one file of two pages on it, once it is plugged in.
class FakeStick final : public MemoryDevice {
 public:
  bool is_plugged = false;
  Result<void> answer;             // of save()
  std::vector<std::string> saved;  // names
  std::optional<MemoryDeviceInfo> plugged() const override {
    return is_plugged ? std::optional(MemoryDeviceInfo{"STICK", {"letter.pdf"}, false}) : std::nullopt;
  }
  Result<void> save(const std::vector<std::filesystem::path>& files) override {
    if (answer) {
      for (const auto& file : files) saved.push_back(file.filename().string());
    }
    return answer;
  }
  Result<int> pages(const std::string&) const override { return 2; }
  Result<Image> page(const std::string&, int, int dpi) const override {
    Image image{80, 120, dpi, {}};
    image.rgb.assign(80u * 120u * 3u, 0x80);
    return image;
  }
};

/// Reads a file of "PAGES n" as n gray pages.
class FakePrintFiles final : public PrintFiles {
 public:
  Result<int> pages(const std::filesystem::path& file) const override {
    const auto content = read_file(file).value_or("");
    if (!content.starts_with("PAGES ")) return fail(FailureKind::print_data_unreadable, "no pages");
    return std::stoi(content.substr(6));
  }
  Result<Image> page(const std::filesystem::path&, int, int dpi) const override {
    Image image{80, 120, dpi, {}};
    image.rgb.assign(80u * 120u * 3u, 0x80);
    return image;
  }
};

class FakeTray final : public PaperTray {
 public:
  Result<void> put(const std::string& name, const std::string& pdf) override {
    std::lock_guard lock(mutex_);
    if (jammed_) return fail(FailureKind::output_failed, "no such folder");
    papers_[name] = pdf;
    return {};
  }
  void jam(bool on) {
    std::lock_guard lock(mutex_);
    jammed_ = on;
  }
  [[nodiscard]] std::map<std::string, std::string> papers() const {
    std::lock_guard lock(mutex_);
    return papers_;
  }

 private:
  mutable std::mutex mutex_;
  bool jammed_ = false;
  std::map<std::string, std::string> papers_;
};

}  // namespace paneltwin::device
