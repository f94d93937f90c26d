// Who is logged in at the panel: cards, passwords and ID numbers, automatic log-out.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "device/accounts/throttle.hpp"
#include "device/accounts/users.hpp"
#include "device/core.hpp"

namespace paneltwin::device {

class UserLogIn {
 public:
  UserLogIn(Core& core, Users& users);
  ~UserLogIn() { stop_timer(); }
  UserLogIn(const UserLogIn&) = delete;
  UserLogIn& operator=(const UserLogIn&) = delete;

  /// Failures: card_unreadable; card_unknown, unless its owner may register it.
  Result<void> lay_card(const std::string& card);
  void take_card();
  /// Failures: wrong_user, try_again_later, not_allowed (not this way).
  void log_in(const command::LogInUser& command, Reply reply);
  Result<void> log_in(const command::LogInUserByNumber& command);
  void log_out();
  void forget_card();
  /// The machine goes to sleep, or off.
  void leave();
  /// How people log in from now on. Failure: invalid_value.
  [[nodiscard]] Result<Prepared> prepare(const AuthenticationSettings& settings);
  /// The panel was touched.
  void touched();
  /// Called when a user has gone, for whatever reason.
  void on_log_out(std::function<void()> gone) { gone_ = std::move(gone); }

 private:
  void become(const AuthenticationSettings& settings);
  void enter(const User& user);
  /// Registers the card that waits. A card that somebody else got meanwhile stays theirs.
  void register_card(const User& user);
  /// The register has changed: whoever is logged in may be another now, or nobody.
  void look_again();
  void arm();
  void stop_timer();
  void time_is_up();

  Core& core_;
  Users& users_;
  Throttle throttle_;
  std::string waiting_card_;
  Instant last_touch_{};
  std::optional<Clock::TimerId> timer_;
  std::function<void()> gone_;
};

}  // namespace paneltwin::device
