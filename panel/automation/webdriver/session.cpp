#include "panel/automation/webdriver/session.hpp"

#include <deque>
#include <mutex>
#include <thread>

#include "panel/automation/control_machine.hpp"
#include "panel/automation/driver.hpp"
#include "panel/automation/headless.hpp"
#include "panel/commands/scratch_folder.hpp"
#include "panel/commands/station.hpp"
#include "panel/render/fonts.hpp"
#include "panel/render/offscreen.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;
using std::chrono::milliseconds;

namespace {

/// A reply that says so when the session ends before it was made.
class Reply {
 public:
  explicit Reply(std::move_only_function<void(Outcome<json::value>)> call) : call_(std::move(call)) {}
  Reply(Reply&& other) noexcept : call_(std::exchange(other.call_, nullptr)) {}
  Reply& operator=(Reply&&) = delete;
  ~Reply() { (*this)(refuse(ErrorCode::invalid_session_id, "the session has ended")); }
  void operator()(Outcome<json::value> outcome) {
    if (auto call = std::exchange(call_, nullptr)) call(std::move(outcome));
  }

 private:
  std::move_only_function<void(Outcome<json::value>)> call_;
};

struct Job {
  Work work;
  Reply reply;
};

void tell(Session::Started& started, Outcome<std::string> outcome) {
  if (auto call = std::exchange(started, nullptr)) call(std::move(outcome));
}

}  // namespace

struct Session::Impl : std::enable_shared_from_this<Session::Impl> {
  // Guarded; the pointers only while the machine lives.
  std::mutex mutex;
  Driver* driver = nullptr;
  Machine* machine = nullptr;
  const MachineControl* control = nullptr;

  std::deque<Job> jobs;  // the session's thread's
  std::jthread thread;

  void live(const std::stop_token& stop, const SessionPlan& plan, const std::string& address, Started& started);
  void serve(const std::stop_token& stop, Desk desk, Driver& working);
  std::optional<milliseconds> work(Desk& desk);
  void wake();
  void extension(net::http::Request request, net::http::Respond respond);
};

namespace {
/// Others reach the machine as long as this lives.
class Presence {
 public:
  Presence(Session::Impl& session, Driver& driver, Machine& machine, const MachineControl& control)
      : session_(session) {
    const std::lock_guard lock(session_.mutex);
    session_.driver = &driver;
    session_.machine = &machine;
    session_.control = &control;
  }
  Presence(const Presence&) = delete;
  Presence& operator=(const Presence&) = delete;
  ~Presence() {
    const std::lock_guard lock(session_.mutex);
    session_.driver = nullptr;
    session_.machine = nullptr;
    session_.control = nullptr;
  }

 private:
  Session::Impl& session_;
};
}  // namespace

void Session::Impl::live(const std::stop_token& stop, const SessionPlan& plan, const std::string& address,
                         Started& started) {
  const ScratchFolder scratch;
  const auto failed = [&](std::string why) { tell(started, refuse(ErrorCode::session_not_created, std::move(why))); };
  auto context = OffscreenContext::open();
  if (!context) return failed(context.error().detail);
  auto options = plan.machine;
  options.state = scratch.path();
  options.web_port = options.web_tls_port = options.cloud_port = options.smtp_port = 0;
  auto opened = Machine::start(std::move(options));
  if (!opened) return failed(opened.error().message);
  auto& own = **opened;
  if (plan.clock) apply(own.clock(), *plan.clock);
  auto panel = open_panel(own, plan.theme, false);
  if (!panel) return failed(panel.error().message);
  Driver working(**panel);
  const MachineControl routes(own, working, nullptr);
  const Presence presence(*this, working, own, routes);
  (*panel)->settle();
  const auto fonts = Fonts::load(own.assets());
  tell(started, own.ready_json(address, {}));
  serve(stop,
        {.panel = **panel,
         .extension =
             [self = weak_from_this()](net::http::Request request, net::http::Respond respond) {
               if (const auto alive = self.lock()) alive->extension(std::move(request), std::move(respond));
             },
         .wake =
             [self = weak_from_this()] {
               if (const auto alive = self.lock()) alive->wake();
             },
         .timeouts = plan.timeouts,
         .prompts = plan.prompts,
         .font = fonts ? fonts->text.file.stem().string() : std::string()},
        working);
}

void Session::Impl::serve(const std::stop_token& stop, Desk desk, Driver& working) {
  run_headless(desk.panel, working, stop, [&] { return work(desk); });
  jobs.clear();
}

/// The command at the front, and those behind it as they get their turn.
std::optional<milliseconds> Session::Impl::work(Desk& desk) {
  while (!jobs.empty()) {
    auto progress = jobs.front().work(desk);
    if (const auto* wait = std::get_if<milliseconds>(&progress)) return *wait;
    jobs.front().reply(std::move(std::get<Outcome<json::value>>(progress)));
    jobs.pop_front();
  }
  return std::nullopt;
}

void Session::Impl::wake() {
  const std::lock_guard lock(mutex);
  if (driver) driver->post([](Panel&) {});
}

void Session::Impl::extension(net::http::Request request, net::http::Respond respond) {
  const std::lock_guard lock(mutex);
  if (!machine) return;
  machine->loop().post([routes = control, request = std::move(request), respond = std::move(respond)]() mutable {
    (*routes)(request, std::move(respond));
  });
}

Session::Session(SessionPlan plan, std::string control, Started started, std::function<void()> ended)
    : impl_(std::make_shared<Impl>()) {
  impl_->thread =
      std::jthread([impl = impl_.get(), plan = std::move(plan), control = std::move(control),
                    started = std::move(started), ended = std::move(ended)](const std::stop_token& stop) mutable {
        try {
          impl->live(stop, plan, control, started);
        } catch (const std::exception& bug) {
          tell(started, refuse(ErrorCode::session_not_created, bug.what()));
        }
        ended();
      });
}

Session::~Session() {
  impl_->thread.request_stop();
  impl_->thread.join();
}

void Session::end() { impl_->thread.request_stop(); }

void Session::run(Work work, std::move_only_function<void(Outcome<json::value>)> reply) {
  Job job{std::move(work), Reply(std::move(reply))};
  const std::lock_guard lock(impl_->mutex);
  if (!impl_->driver) return;
  impl_->driver->post(
      [impl = impl_.get(), job = std::move(job)](Panel&) mutable { impl->jobs.push_back(std::move(job)); });
}

void Session::extension(net::http::Request request, net::http::Respond respond) {
  impl_->extension(std::move(request), std::move(respond));
}

}  // namespace paneltwin::panel::webdriver
