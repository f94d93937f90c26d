// What every part of the machine stands on: the loop, the ports, the store, the state that the next snapshot shows.
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "device/condition/condition_events.hpp"
#include "device/device.hpp"
#include "device/paper/printed_sheets.hpp"
#include "device/settings/setting_table.hpp"
#include "device/snapshots.hpp"
#include "device/store/store.hpp"

namespace paneltwin::device {

/// A change that has been found good: what the store is to keep, and what becomes of the machine then.
struct Prepared {
  SettingChanges settings, secrets;
  std::move_only_function<void()> apply = [] {};
  std::function<Result<void>(Store&)> rows = {};  // what else the store is to do in the same go
};

/// Loop only, where nothing else is said.
class Core {
 public:
  Core(Loop& the_loop, Ports the_ports, const Texts& the_texts, const Assets& the_assets, DeviceOptions the_options,
       Store the_store, SettingTable the_settings)
      : loop(the_loop),
        ports(the_ports),
        texts(the_texts),
        assets(the_assets),
        options(std::move(the_options)),
        settings(std::move(the_settings)),
        store(std::move(the_store)) {}

  Loop& loop;
  Ports ports;
  const Texts& texts;
  const Assets& assets;
  const DeviceOptions options;
  SettingTable settings;  // replaced where it stands when its files are saved: those who refer to it see the new one
  Store store;
  State state;
  PrintedSheets sheets;  // read when the first is printed, at the latest
  Snapshots snapshots;   // any thread
  ConditionEvents condition_events;

  [[nodiscard]] Instant now() const { return ports.clock.now(); }
  [[nodiscard]] const Catalogue& words() const { return texts.in(state.basic.language); }
  /// Shows `state` to everybody.
  void publish();

  /// Writes to the store; a store that fails is an error of the machine until it works again.
  Result<void> keep(const SettingChanges& changes, const SettingChanges& secrets = {});
  /// All of them in one go, or none.
  Result<void> enact(std::vector<Prepared> changes);
  Result<void> enact(Prepared change);
  /// `trouble` comes up in Device Status, or goes; `what` tells one of its kind from another ("black", "cassette-2").
  void set_device_error(FailureKind trouble, bool on, std::string what = {});
  /// A message on the panel, when the failure has one. Of the oldest 20 the first gives way.
  void notify(const Failure& failure, std::optional<ReceiptNumber> receipt);
  /// News on the panel, once until somebody closes it: a catalogue key.
  void tell(std::string_view news);

  /// Wraps a callback so that it does nothing once the machine is gone.
  template <class Callback>
  auto while_alive(Callback callback) {
    return [alive = std::weak_ptr<void>(alive_), callback = std::move(callback)](auto&&... arguments) mutable {
      if (alive.lock()) callback(std::forward<decltype(arguments)>(arguments)...);
    };
  }
  [[nodiscard]] std::weak_ptr<void> alive() const { return alive_; }

  /// Runs `heavy` on the worker and gives `then` its answer on the loop. Neither runs once the machine is gone.
  template <class Heavy, class Then>
  void work(Heavy heavy, Then then) {
    using Answer = decltype(heavy());
    auto answer = std::make_shared<std::optional<Answer>>();
    loop.work(
        [gate = gate_, answer, heavy = std::move(heavy)]() mutable {
          std::lock_guard open(gate->mutex);
          if (!gate->closed) answer->emplace(heavy());
        },
        while_alive([answer, then = std::move(then)]() mutable { then(std::move(**answer)); }));
  }

  /// After this no callback comes back and no worker is at the ports.
  void shut_down();

 private:
  void add_notice(Notice notice);

  /// Held by the worker while it is at work for this machine.
  struct Gate {
    std::mutex mutex;
    bool closed = false;
  };
  std::shared_ptr<Gate> gate_ = std::make_shared<Gate>();
  std::shared_ptr<void> alive_ = std::make_shared<int>();
  std::int64_t last_notice_ = 0;
  std::vector<std::pair<FailureKind, std::string>> troubles_;  // oldest first
};

}  // namespace paneltwin::device
