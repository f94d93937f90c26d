// What Fax > Fax Server > Basic sets.
#include "device/answer.hpp"
#include "device/impl.hpp"
#include "device/jobs/scan_request.hpp"

namespace paneltwin::device {

void Device::Impl::on(const command::SetFaxServer& command, Reply reply) { answer(reply, set_fax_server(command)); }

Result<void> Device::Impl::set_fax_server(const command::SetFaxServer& command) {
  if (!core.state.fax_server) return fail(FailureKind::not_found);
  // A domain is what an address may end with; to be used, there must be one.
  const bool good = command.domain.empty() ? !command.use : is_mail_address("0@" + command.domain);
  if (!good) return fail(FailureKind::invalid_value, "domain");
  return core.enact(fax_server(command));
}

Prepared Device::Impl::fax_server(const command::SetFaxServer& to) {
  return {.settings = {{"fax_server.use", to.use ? "1" : "0"}, {"fax_server.domain", to.domain}}, .apply = [this, to] {
            core.state.fax_server->use = to.use;
            core.state.fax_server->domain = to.domain;
            core.publish();
          }};
}

}  // namespace paneltwin::device
