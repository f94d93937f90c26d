// What Fax > Fax Server > Basic sets.
#include "device/answer.hpp"
#include "device/impl.hpp"
#include "device/jobs/scan_request.hpp"

namespace paneltwin::device {

void Device::Impl::on(const command::SetFaxServer& command, Reply reply) { answer(reply, set_fax_server(command)); }

Result<void> Device::Impl::set_fax_server(const command::SetFaxServer& command) {
  auto& fax = core.state.fax_server;
  if (!fax) return fail(FailureKind::not_found);
  // A domain is what an address may end with; to be used, there must be one.
  const bool good = command.domain.empty() ? !command.use : is_mail_address("0@" + command.domain);
  if (!good) return fail(FailureKind::invalid_value, "domain");
  auto done = core.keep({{"fax_server.use", command.use ? "1" : "0"}, {"fax_server.domain", command.domain}});
  if (!done) return done;
  fax->use = command.use;
  fax->domain = command.domain;
  core.publish();
  return {};
}

}  // namespace paneltwin::device
