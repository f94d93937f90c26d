// The additional network's commands.
#include "device/answer.hpp"
#include "device/impl.hpp"
#include "device/names.hpp"

namespace paneltwin::device {

void Device::Impl::on(const command::SetMailNetwork& command, Reply reply) {
  answer(reply, set_mail_network(command.side));
}

Result<void> Device::Impl::set_mail_network(NetworkSide side) {
  if (!core.state.additional_network) return fail(FailureKind::not_found);
  return core.enact(mail_network(side));
}

Prepared Device::Impl::mail_network(NetworkSide side) {
  return {.settings = {{"additional_network.mail", std::string(name_of(side))}}, .apply = [this, side] {
            core.state.additional_network->mail = side;
            core.publish();
          }};
}

void Device::Impl::on(const command::SetAdditionalNetwork& command, Reply reply) {
  auto& additional = core.state.additional_network;
  if (!additional) return reply(fail(FailureKind::not_found));
  additional->network = command.network;
  core.publish();
  reply(0);
}

}  // namespace paneltwin::device
