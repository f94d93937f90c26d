// Another model in this one's place, for whoever looks at models while the machine runs: what a model decides is
// taken up anew, what people have entered stays.
#include "device/answer.hpp"
#include "device/impl.hpp"

namespace paneltwin::device {

void Device::Impl::on(const command::ChangeModel& command, Reply reply) { answer(reply, become(command)); }

Result<void> Device::Impl::become(const command::ChangeModel& other) {
  if (core.state.firmware.phase != FirmwarePhase::idle || !core.state.active.empty()) return fail(FailureKind::busy);
  auto options = core.options;
  options.product = other.product;
  options.root_certificates = other.root_certificates;
  auto kept = remember(core.store, options, core.settings);
  if (!kept) return std::unexpected(kept.error());
  log_in_.leave();
  core.state.product = std::move(kept->product);
  core.state.firmware = {};
  core.state.root_certificates = {.version = std::move(kept->root_certificates)};
  conditions_.take_up(kept->kept_settings);
  fit_model(*kept);
  look_at_memory_device();
  core.publish();
  return {};
}

/// The parts that only some models have. One that was there once stays in the state, for whatever still is at work with
/// it; a model without it shows it nowhere.
void Device::Impl::fit_model(const Remembered& kept) {
  auto& state = core.state;
  if (state.product.has(fax_server_function) && !state.fax_server) state.fax_server = kept.fax_server;
  const bool has_board = state.product.has(board_function);
  if (has_board && !state.additional_network) {
    state.additional_network.emplace().mac_address = mac_address_of_board(state.product.mac_address);
  }
  if (state.additional_network) {
    state.additional_network->mail = has_board ? kept.mail_network : NetworkSide::standard;
  }
  mail_.take_up(kept.mail_servers);
  state.users.settings = kept.authentication;
  if (!state.product.has(user_function)) state.users.settings.on = false;  // another model's store
  users_.tell();
}

}  // namespace paneltwin::device
