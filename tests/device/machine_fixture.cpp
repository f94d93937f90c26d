#include "tests/device/machine_fixture.hpp"

#include <algorithm>
#include <condition_variable>
#include <future>
#include <mutex>

namespace paneltwin::device {

using namespace std::chrono_literals;

namespace {
constexpr auto patience = 60s;    // real time; only a machine that hangs uses it up
constexpr Duration tick = 500ms;  // of the clock, while a test waits for a job
constexpr int most_ticks = 1000;
constexpr int turns = 12;  // more than the steps that a job takes between two waits for the clock
}  // namespace

MachineTest::MachineTest() {
  clock.stand();
  clock.set(start);
  loop.start();
  open();
}

MachineTest::~MachineTest() {
  device.reset();
  loop.stop();
}

Result<std::unique_ptr<Device>> MachineTest::try_open() {
  DeviceOptions options;
  options.folder = folder;
  options.product = model;
  options.root_certificates = root_certificates;
  options.program = program;
  options.user_folders = temporary.path() / "folders";
  options.services[EmailService::exchange_online] = {"Microsoft Exchange Online", "smtp.contoso.example", 587,
                                                     Security::starttls};
  Result<std::unique_ptr<Device>> opened;
  loop.sync([&] {
    opened = Device::open(loop, {clock, identity, mail, originals, tray, firmware, &folders, &stick, &print_files},
                          texts, assets, options);
  });
  return opened;
}

void MachineTest::open() {
  auto opened = try_open();
  ASSERT_TRUE(opened) << opened.error().detail;
  device = std::move(*opened);
}

void MachineTest::restart() {
  device.reset();
  open();
}

void MachineTest::power_cut() {
  const auto copy = folder.string() + "+";
  loop.sync([&] { std::filesystem::copy(folder, copy, std::filesystem::copy_options::recursive); });
  device.reset();
  folder = copy;
  open();
}

Result<std::int64_t> MachineTest::ask(Command command, Origin origin) {
  auto answer = std::make_shared<std::promise<Result<std::int64_t>>>();
  auto coming = answer->get_future();
  device->post(
      std::move(command), [answer](Result<std::int64_t> result) { answer->set_value(std::move(result)); }, origin);
  if (coming.wait_for(patience) != std::future_status::ready) return fail(FailureKind::busy, "no reply came");
  return coming.get();
}

Snapshot MachineTest::until(const std::function<bool(const State&)>& so) {
  struct Watch {
    std::mutex mutex;
    std::condition_variable changed;
    Snapshot newest;
  };
  auto watch = std::make_shared<Watch>();
  const auto subscription = device->subscribe([watch](const Snapshot& snapshot) {
    std::lock_guard lock(watch->mutex);
    watch->newest = snapshot;
    watch->changed.notify_all();
  });
  std::unique_lock lock(watch->mutex);
  if (!watch->newest) watch->newest = device->snapshot();
  const bool seen = watch->changed.wait_for(lock, patience, [&] { return so(*watch->newest); });
  EXPECT_TRUE(seen) << to_json(*watch->newest);
  auto found = watch->newest;
  lock.unlock();
  loop.sync([] {});  // what the machine does in the same turn after it showed this
  return found;
}

void MachineTest::pass(Duration time) {
  clock.advance(time);
  // The worker does one thing after another: what was begun before is done after a turn through it and the loop.
  for (int turn = 0; turn < turns; ++turn) {
    std::promise<void> done;
    loop.work([] {}, [&] { done.set_value(); });
    done.get_future().wait();
  }
}

SignInId MachineTest::sign_in_at_page(const std::string& account) {
  const auto id = ask(command::BeginSignIn{EmailService::exchange_online}, Origin::web).value();
  const auto in_phase = [id](SignInAttempt::Phase phase) {
    return [=](const State& state) {
      return std::ranges::any_of(state.email.attempts,
                                 [&](const auto& attempt) { return attempt.id == id && attempt.phase == phase; });
    };
  };
  until(in_phase(SignInAttempt::Phase::waiting_for_user));
  on_loop([&] { identity.sign_in_as(account); });
  until(in_phase(SignInAttempt::Phase::signed_in));
  return id;
}

Result<std::int64_t> MachineTest::press_ok(std::optional<SignInId> sign_in) {
  return ask(command::StoreEmailServer{{.method = EmailMethod::oauth2}, std::nullopt, sign_in}, Origin::web);
}

void MachineTest::set_up_mail() {
  ASSERT_TRUE(press_ok(sign_in_at_page()));
  originals.lay(OriginalPlace::glass, 1);
  ASSERT_TRUE(ask(command::OriginalsChanged{}, Origin::world));
}

ScanRequest MachineTest::scan_to(std::string recipient) { return {.recipients = {std::move(recipient)}}; }

Job MachineTest::ended(ReceiptNumber receipt) {
  for (int i = 0; i < most_ticks; ++i) {
    pass(i == 0 ? 0ms : tick);
    const auto now = state();
    const auto job = std::ranges::find(now.log, receipt, &Job::receipt);
    if (job != now.log.end()) return *job;
  }
  ADD_FAILURE() << "job " << receipt << " does not end: " << to_json(state());
  return {};
}

Job MachineTest::scan(const ScanRequest& request) {
  const auto receipt = ask(command::StartScan{request});
  EXPECT_TRUE(receipt) << receipt.error().detail;
  return receipt ? ended(*receipt) : Job{};
}

}  // namespace paneltwin::device
