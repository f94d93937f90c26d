// The additional network's commands.
#include "device/answer.hpp"
#include "device/impl.hpp"
#include "device/names.hpp"

namespace paneltwin::device {

void Device::Impl::on(const command::SetMailNetwork& command, Reply reply) {
  answer(reply, set_mail_network(command.side));
}

Result<void> Device::Impl::set_mail_network(NetworkSide side) {
  auto& additional = core.state.additional_network;
  if (!additional) return fail(FailureKind::not_found);
  if (auto done = core.keep({{"additional_network.mail", std::string(name_of(side))}}); !done) return done;
  additional->mail = side;
  core.publish();
  return {};
}

void Device::Impl::on(const command::SetAdditionalNetwork& command, Reply reply) {
  auto& additional = core.state.additional_network;
  if (!additional) return reply(fail(FailureKind::not_found));
  additional->network = command.network;
  core.publish();
  reply(0);
}

}  // namespace paneltwin::device
