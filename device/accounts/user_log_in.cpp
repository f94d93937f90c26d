#include "device/accounts/user_log_in.hpp"

#include "device/accounts/password_hash.hpp"
#include "device/store/kept_values.hpp"
#include "device/text/ascii.hpp"

namespace paneltwin::device {

namespace {

/// Whoever has no password takes as long to be refused as whoever has one.
const std::string& nobodys_hash() {
  static const auto hash = hash_password("");
  return hash;
}

}  // namespace

UserLogIn::UserLogIn(Core& core, Users& users) : core_(core), users_(users) {
  users_.on_change([this] { look_again(); });
}

Result<void> UserLogIn::lay_card(const std::string& card) {
  auto& state = core_.state.users;
  state.card_lies = true;
  core_.publish();
  if (!state.settings.on || !takes_cards(state.settings.method)) return {};
  if (!is_card(card)) {
    core_.notify({FailureKind::card_unreadable, ""}, {});
    core_.publish();
    return fail(FailureKind::card_unreadable);
  }
  if (const auto* owner = users_.with_card(card)) {
    const bool is_same = state.user && state.user->number == owner->number;
    if (is_same) {
      log_out();
    } else {
      enter(*owner);
    }
    return {};
  }
  // Where nobody needs an ID to log in, the ID number tells who registers it.
  if (!state.settings.users_may_register_cards || state.user) {
    core_.notify({FailureKind::card_unknown, ""}, {});
    core_.publish();
    return fail(FailureKind::card_unknown);
  }
  waiting_card_ = card;
  state.registering_card = true;
  touched();
  core_.publish();
  return {};
}

void UserLogIn::take_card() {
  auto& state = core_.state.users;
  if (!std::exchange(state.card_lies, false)) return;
  core_.publish();
  if (state.settings.log_out_without_card) log_out();
}

void UserLogIn::log_in(const command::LogInUser& command, Reply reply) {
  const auto& settings = core_.state.users.settings;
  if (!settings.on || !takes_user_ids(settings.method)) return reply(fail(FailureKind::not_allowed));
  const auto who = "user " + lower(command.id);
  if (!throttle_.admit(who, core_.now())) return reply(fail(FailureKind::try_again_later));
  const auto* user = users_.with_id(command.id);
  const auto number = user ? user->number : 0;
  auto hash = user ? users_.password_hash(number) : "";
  core_.work(
      [hash = std::move(hash), password = command.password] {
        return password_matches(password, hash.empty() ? nobodys_hash() : hash) && !hash.empty();
      },
      [this, who, number, reply = std::move(reply)](bool matches) mutable {
        const auto* known = users_.find(number);
        if (!matches || !known) {
          throttle_.failed(who, core_.now());
          return reply(fail(FailureKind::wrong_user));
        }
        throttle_.passed(who);
        enter(*known);
        reply(0);
      });
}

Result<void> UserLogIn::log_in(const command::LogInUserByNumber& command) {
  const auto& settings = core_.state.users.settings;
  if (!settings.on || takes_user_ids(settings.method)) return fail(FailureKind::not_allowed);
  const std::string who = "number";  // whose it is nobody knows: all that guess wait together
  if (!throttle_.admit(who, core_.now())) return fail(FailureKind::try_again_later);
  const auto* user = command.id_number.empty() ? nullptr : users_.with_id_number(command.id_number);
  if (!user) {
    throttle_.failed(who, core_.now());
    return fail(FailureKind::wrong_user);
  }
  throttle_.passed(who);
  enter(*user);
  return {};
}

void UserLogIn::enter(const User& user) {
  const auto number = user.number;  // registering the card changes the register
  log_out();
  if (core_.state.users.registering_card) register_card(user);
  forget_card();
  const auto& known = *users_.find(number);
  core_.state.users.user = LoggedInUser{known.number, known.id, known.name, known.email, known.rights};
  ++core_.state.users.turns;
  touched();
  core_.publish();
}

void UserLogIn::register_card(const User& user) {
  if (auto kept = users_.register_card(user.number, waiting_card_); !kept) core_.notify(kept.error(), {});
}

void UserLogIn::log_out() {
  auto& state = core_.state.users;
  if (!state.user) return;
  stop_timer();
  state.user.reset();
  ++state.turns;
  if (gone_) gone_();
  core_.publish();
}

void UserLogIn::forget_card() {
  waiting_card_.clear();
  if (std::exchange(core_.state.users.registering_card, false)) core_.publish();
}

Result<Prepared> UserLogIn::prepare(const AuthenticationSettings& settings) {
  if (auto good = check(settings); !good) return std::unexpected(good.error());
  return Prepared{.settings = kept(settings), .apply = [this, settings] { become(settings); }};
}

void UserLogIn::become(const AuthenticationSettings& settings) {
  auto& state = core_.state.users;
  const bool others = state.settings.on != settings.on || state.settings.method != settings.method;
  state.settings = settings;
  if (others) {
    forget_card();
    log_out();
    ++state.turns;
  }
  stop_timer();
  touched();
  core_.publish();
}

void UserLogIn::leave() {
  forget_card();
  log_out();
}

void UserLogIn::look_again() {
  auto& user = core_.state.users.user;
  if (!user) return;
  const auto* known = users_.find(user->number);
  if (!known) return log_out();
  user = LoggedInUser{known->number, known->id, known->name, known->email, known->rights};
}

void UserLogIn::touched() {
  last_touch_ = core_.now();
  arm();
}

void UserLogIn::arm() {
  const auto& state = core_.state.users;
  if (timer_ || (!state.user && !state.registering_card)) return;
  timer_ = core_.ports.clock.call_at(last_touch_ + state.settings.automatic_log_out,
                                     core_.while_alive([this] { time_is_up(); }));
}

void UserLogIn::stop_timer() {
  if (timer_) core_.ports.clock.cancel(*timer_);
  timer_.reset();
}

void UserLogIn::time_is_up() {
  timer_.reset();
  last_touch_ = std::min(last_touch_, core_.now());  // the clock may have been set back
  if (core_.now() - last_touch_ < core_.state.users.settings.automatic_log_out) return arm();
  leave();
}

}  // namespace paneltwin::device
