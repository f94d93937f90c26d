#include "device/email/code_sign_in.hpp"

#include "device/email/sign_ins.hpp"

namespace paneltwin::device {

Flow sign_in_by_code(Core& core, EmailService service, std::stop_token stop,
                     std::function<void(const DeviceGrant&)> told,
                     std::move_only_function<void(Result<Tokens>)> ended) {
  auto& identity = core.ports.identity;
  auto grant =
      co_await Answer<Result<DeviceGrant>>(core, [&](auto done) { identity.begin(service, stop, std::move(done)); });
  if (stop.stop_requested()) co_return;
  if (!grant) {
    ended(std::unexpected(grant.error()));
    co_return;
  }
  told(*grant);
  auto tokens = co_await Answer<Result<Tokens>>(
      core, [&](auto done) { identity.await_grant(service, std::move(*grant), stop, std::move(done)); });
  if (!stop.stop_requested()) ended(usable(std::move(tokens)));
}

}  // namespace paneltwin::device
