#include "panel/automation/chromium.hpp"

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <thread>

#include <boost/json.hpp>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "panel/argument_list.hpp"
#include "panel/commands/scratch_folder.hpp"

namespace paneltwin::panel {

namespace json = boost::json;
using device::FailureKind;
using device::Result;
using std::chrono::milliseconds;

namespace {

// It is late on a computer that does much else, most of all when it starts.
constexpr milliseconds answer_time{60'000};

/// A descriptor that closes itself.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_ = -1;
};

struct Pipe {
  Descriptor read, write;
};

/// Both ends above 10, so that handing them on as 3 and 4 steps on neither.
Pipe make_pipe() {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) return {};
  const Descriptor low_read(ends[0]), low_write(ends[1]);
  return {Descriptor(::fcntl(ends[0], F_DUPFD_CLOEXEC, 10)), Descriptor(::fcntl(ends[1], F_DUPFD_CLOEXEC, 10))};
}

std::string program() {
  if (const char* chosen = std::getenv("CHROMIUM"); chosen && *chosen) return chosen;
  const std::string_view path = std::getenv("PATH") ? std::getenv("PATH") : "/usr/bin";
  for (const auto* name : {"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}) {
    for (std::size_t at = 0; at <= path.size();) {
      const auto end = std::min(path.find(':', at), path.size());
      const auto file = std::filesystem::path(path.substr(at, end - at)) / name;
      if (::access(file.c_str(), X_OK) == 0) return file.string();
      at = end + 1;
    }
  }
  return {};
}

}  // namespace

struct Chromium::Impl {
  ScratchFolder profile;
  Descriptor to, from;
  pid_t child = 0;
  std::int64_t last_id = 0;
  std::string unread;
  Event event;

  bool send(std::string text);
  Result<json::object> next(std::chrono::steady_clock::time_point until);
  void tell(const json::object& message) const;
};

bool Chromium::Impl::send(std::string text) {
  text += '\0';
  for (std::string_view rest = text; !rest.empty();) {
    const auto written = ::write(to.number(), rest.data(), rest.size());
    if (written <= 0) return false;
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The next message; messages end with a zero byte.
Result<json::object> Chromium::Impl::next(std::chrono::steady_clock::time_point until) {
  for (;;) {
    if (const auto end = unread.find('\0'); end != std::string::npos) {
      boost::system::error_code error;
      auto message = json::parse(std::string_view(unread).substr(0, end), error);
      unread.erase(0, end + 1);
      if (error || !message.is_object())
        return device::fail(FailureKind::communication, "Chromium's answer is no JSON");
      return std::move(message.get_object());
    }
    const auto left = std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now());
    pollfd waiting{from.number(), POLLIN, 0};
    if (left.count() < 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) {
      return device::fail(FailureKind::communication, "Chromium does not answer");
    }
    char bytes[65536];
    const auto read = ::read(from.number(), bytes, sizeof bytes);
    if (read <= 0) return device::fail(FailureKind::communication, "Chromium has ended");
    unread.append(bytes, static_cast<std::size_t>(read));
  }
}

void Chromium::Impl::tell(const json::object& message) const {
  const auto* method = message.if_contains("method");
  if (!event || !method || !method->is_string()) return;
  const auto* session = message.if_contains("sessionId");
  const auto* parameters = message.if_contains("params");
  static const json::object none;
  event(session && session->is_string() ? std::string(session->get_string()) : std::string(), method->get_string(),
        parameters && parameters->is_object() ? parameters->get_object() : none);
}

Result<std::unique_ptr<Chromium>> Chromium::start() {
  const auto file = program();
  if (file.empty()) {
    return device::fail(FailureKind::not_found,
                        "browser steps need Chromium, and there is none: install it (apt install chromium), or name it "
                        "in the environment variable CHROMIUM");
  }
  std::signal(SIGPIPE, SIG_IGN);  // a browser that ended is an answer that does not come
  auto impl = std::make_unique<Impl>();
  auto commands = make_pipe(), answers = make_pipe();
  std::vector<std::string> words{file,
                                 "--headless=new",
                                 "--remote-debugging-pipe",
                                 "--user-data-dir=" + impl->profile.path().string(),
                                 "--no-first-run",
                                 "--disable-gpu",
                                 "--disable-quic",
                                 "--disable-background-networking",
                                 "--disable-component-update",
                                 "--disable-sync",
                                 "--disable-extensions",
                                 "--hide-scrollbars",
                                 "--window-size=1280,900"};
  if (::geteuid() == 0) words.emplace_back("--no-sandbox");  // it refuses to start for root with one
  const auto arguments = argument_list(words);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, commands.read.number(), 3);
  posix_spawn_file_actions_adddup2(&actions, answers.write.number(), 4);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  const int error = ::posix_spawn(&impl->child, file.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return device::fail(FailureKind::not_found, "cannot start " + file + ": " + std::strerror(error));
  impl->to = std::move(commands.write);
  impl->from = std::move(answers.read);
  std::unique_ptr<Chromium> chromium(new Chromium(std::move(impl)));
  if (const auto version = chromium->call("Browser.getVersion"); !version) {
    return device::fail(FailureKind::communication, file + " does not start: " + version.error().detail);
  }
  return chromium;
}

Chromium::Chromium(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Chromium::~Chromium() {
  if (impl_->child <= 0) return;
  impl_->event = {};
  static_cast<void>(call("Browser.close"));
  impl_->to = Descriptor();
  for (int i = 0; i < 100; ++i) {
    if (::waitpid(impl_->child, nullptr, WNOHANG) != 0) return;
    std::this_thread::sleep_for(milliseconds(20));
  }
  ::kill(impl_->child, SIGKILL);
  ::waitpid(impl_->child, nullptr, 0);
}

void Chromium::on_event(Event event) { impl_->event = std::move(event); }

Result<json::object> Chromium::call(std::string_view method, json::object parameters, const std::string& session) {
  const auto id = ++impl_->last_id;
  json::object command{{"id", id}, {"method", method}, {"params", std::move(parameters)}};
  if (!session.empty()) command["sessionId"] = session;
  if (!impl_->send(json::serialize(command))) return device::fail(FailureKind::communication, "Chromium has ended");
  const auto until = std::chrono::steady_clock::now() + answer_time;
  for (;;) {
    auto message = impl_->next(until);
    if (!message) return std::unexpected(message.error());
    const auto* answers = message->if_contains("id");
    if (!answers) {
      impl_->tell(*message);
      continue;
    }
    if (answers->to_number<std::int64_t>() != id) continue;
    if (const auto* error = message->if_contains("error")) {
      return device::fail(FailureKind::invalid_value, std::string(error->at("message").as_string()));
    }
    return std::move(message->at("result").as_object());
  }
}

void Chromium::listen(milliseconds time) {
  const auto message = impl_->next(std::chrono::steady_clock::now() + time);
  if (message) impl_->tell(*message);
}

}  // namespace paneltwin::panel
