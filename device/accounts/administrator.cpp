#include "device/accounts/administrator.hpp"

#include "device/accounts/password_hash.hpp"
#include "device/accounts/password_policy.hpp"
#include "device/settings/limits.hpp"
#include "device/store/secret_names.hpp"

namespace paneltwin::device {

namespace {

constexpr std::size_t longest_password = 20;
// Who tries, where no address tells it.
constexpr std::string_view at_the_panel = "panel", at_the_change = "change";

}  // namespace

void Administrator::verify(std::string peer, std::string password, bool user_is_right,
                           std::move_only_function<void(Result<void>)> then) {
  if (!throttle_.admit(peer, core_.now())) return then(fail(FailureKind::try_again_later));
  // A wrong user name costs as long as a wrong password, and an endless one no longer than any.
  // HMAC, and so scrypt, takes "x" and "x\0" for the same key: what no password may hold is wrong before.
  const bool possible = is_ascii(password, longest_password);
  core_.work(
      [hash = hash_, password = std::move(password)] { return password_matches(password, hash); },
      [this, peer = std::move(peer), accept = possible && user_is_right, then = std::move(then)](bool matches) mutable {
        if (matches && accept) {
          throttle_.passed(peer);
          return then({});
        }
        throttle_.failed(peer, core_.now());
        then(fail(FailureKind::wrong_password));
      });
}

void Administrator::log_in(const command::LogInAdministrator& command, Reply reply) {
  verify(std::string(at_the_panel), command.password, true,
         [this, reply = std::move(reply)](Result<void> verified) mutable {
           if (!verified) return reply(std::unexpected(verified.error()));
           core_.state.admin.panel_logged_in = true;
           core_.publish();
           reply(0);
         });
}

void Administrator::log_out() {
  if (!std::exchange(core_.state.admin.panel_logged_in, false)) return;
  core_.publish();
}

void Administrator::check(const command::CheckAdministrator& command, Reply reply) {
  verify("web " + command.peer, command.password, command.user_name == core_.state.admin.user_name,
         [reply = std::move(reply)](Result<void> verified) mutable {
           reply(verified ? Result<std::int64_t>(0) : std::unexpected(verified.error()));
         });
}

void Administrator::change_password(const command::ChangeAdministratorPassword& command, Reply reply) {
  const auto good = check_new_password(command.next, core_.state.settings);
  if (!good && !command.to_initial) return reply(std::unexpected(good.error()));  // the label knows no policy
  if (command.user_name && !is_ascii(*command.user_name, longest_password)) {
    return reply(fail(FailureKind::invalid_value, "user_name"));
  }
  verify(std::string(at_the_change), command.current, true,
         [this, next = command.next, user_name = command.user_name,
          reply = std::move(reply)](Result<void> verified) mutable {
           if (!verified) return reply(std::unexpected(verified.error()));
           core_.work([next = std::move(next)] { return hash_password(next); },
                      [this, user_name, reply = std::move(reply)](std::string hash) mutable {
                        const auto name = user_name.value_or(core_.state.admin.user_name);
                        auto kept =
                            core_.keep({{"admin.user_name", name}}, {{std::string(secret::administrator), hash}});
                        if (!kept) return reply(std::unexpected(kept.error()));
                        hash_ = std::move(hash);
                        core_.state.admin.user_name = name;
                        core_.publish();
                        reply(0);
                      });
         });
}

}  // namespace paneltwin::device
