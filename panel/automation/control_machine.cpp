#include "panel/automation/control_machine.hpp"

#include <list>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "panel/automation/control_answers.hpp"
#include "panel/automation/control_description.hpp"
#include "panel/automation/control_routes.hpp"
#include "panel/automation/recorder.hpp"

namespace paneltwin::panel {

using device::FailureKind;
using net::http::Request;
using net::http::Respond;
using net::http::Response;

struct MachineControl::Impl {
  struct Waiting {
    Respond respond;
    boost::asio::steady_timer give_up;
  };

  Machine& machine;
  net::http::Router router;
  std::list<std::shared_ptr<Waiting>> waiting;  // for the next snapshot
  device::Device::Subscription subscription;
  std::jthread scenario;  // plays one; it waits for the loop, so it cannot be on it
  bool playing = false;

  explicit Impl(Machine& controlled) : machine(controlled) {}

  void snapshot(const Request& request, Respond respond);
  void tell(const device::State& state);
  void play(const Request& request, Respond respond);
};

/// With ?after=REVISION: answers once there is another one, or after a second without.
void MachineControl::Impl::snapshot(const Request& request, Respond respond) {
  const auto state = machine.device().snapshot();
  const auto after = request.query_value("after");
  if (!after.empty() && after == std::to_string(state->revision)) {
    const auto one = std::make_shared<Waiting>(std::move(respond),
                                               boost::asio::steady_timer(machine.loop().io(), std::chrono::seconds(1)));
    waiting.push_back(one);
    one->give_up.async_wait([this, weak = std::weak_ptr(one)](const boost::system::error_code&) {
      const auto late = weak.lock();
      if (!late || waiting.remove(late) == 0) return;
      late->respond(Response::json(device::to_json(*machine.device().snapshot())));
    });
    return;
  }
  respond(Response::json(device::to_json(*state)));
}

void MachineControl::Impl::tell(const device::State& state) {
  auto told = std::exchange(waiting, {});
  for (const auto& one : told) one->respond(Response::json(device::to_json(state)));
}

void MachineControl::Impl::play(const Request& request, Respond respond) {
  const auto body = control::body_of(request, {"name"});
  if (!body) return respond(control::refusal(body.error()));
  auto name = control::text_of(*body, "name");
  if (!name) return respond(control::refusal(name.error()));
  if (playing) return respond(control::refusal({FailureKind::busy, "another scenario is being played"}));
  playing = true;
  machine.did("scenario: " + yaml_text(*name));
  scenario = std::jthread([this, name = std::move(*name), respond = std::move(respond)]() mutable {
    auto played = machine.play_scenario(name);
    machine.loop().post([this, played = std::move(played), respond = std::move(respond)]() mutable {
      playing = false;
      respond(played ? control::done() : control::refusal(played.error()));
    });
  });
}

MachineControl::MachineControl(Machine& machine, Driver& driver, FlowDesk* desk)
    : impl_(std::make_unique<Impl>(machine)) {
  auto& router = impl_->router;
  control::add_panel_routes(router, machine.loop(), driver);
  control::add_report_routes(router, machine, driver, desk);
  control::add_run_sheet_routes(router, machine, driver);
  control::add_output_routes(router, machine);
  control::add_world_routes(router, machine);
  control::add_condition_routes(router, machine);
  router.get("/paneltwin/snapshot", [&control = *impl_](const Request& request, Respond respond) {
    control.snapshot(request, std::move(respond));
  });
  router.post("/paneltwin/scenario", [&control = *impl_](const Request& request, Respond respond) {
    control.play(request, std::move(respond));
  });
  control::add_description_routes(router, machine.assets(), machine.texts());
  machine.loop().sync([this] {
    impl_->subscription =
        impl_->machine.device().subscribe([&control = *impl_](const device::Snapshot& state) { control.tell(*state); });
  });
}

MachineControl::~MachineControl() {
  impl_->scenario = {};
  impl_->machine.loop().sync([this] {
    impl_->subscription.reset();
    impl_->waiting.clear();
  });
}

void MachineControl::operator()(const Request& request, Respond respond) const {
  impl_->router(request, std::move(respond));
}

const net::http::Router& MachineControl::routes() const { return impl_->router; }

}  // namespace paneltwin::panel
