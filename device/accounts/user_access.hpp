// User authentication as everyone sees it: how people log in, who is logged in at the panel, and what lies on the card
// reader.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "device/accounts/own_sign_in.hpp"
#include "device/accounts/user.hpp"

namespace paneltwin::device {

/// What a model needs to have users at all (assets/models/*.yaml, `functions`).
inline constexpr std::string_view user_function = "epa-serverless";

/// Ways to log in (panel facts 4.2).
enum class LogInMethod { card_or_user_id, user_id, id_number, card_or_id_number };

inline bool takes_cards(LogInMethod method) {
  return method == LogInMethod::card_or_user_id || method == LogInMethod::card_or_id_number;
}
inline bool takes_user_ids(LogInMethod method) {
  return method == LogInMethod::card_or_user_id || method == LogInMethod::user_id;
}

struct AuthenticationSettings {
  bool on = false;
  LogInMethod method = LogInMethod::card_or_user_id;
  bool users_may_register_cards = true;
  std::chrono::seconds automatic_log_out{60};  // after the last touch: 10 to 600 (inferred)
  bool log_out_without_card = false;           // taking the card off the reader logs out (inferred)
  bool accept_unknown_jobs = false;            // from computers: of nobody, or of somebody who is not registered
  bool sender_is_user = false;                 // Scan to My Email sends as the user's own address
  bool operator==(const AuthenticationSettings&) const = default;
};

/// Failure: invalid_value; its detail names the field.
Result<void> check(const AuthenticationSettings& settings);

/// Who is logged in at the panel.
struct LoggedInUser {
  UserNumber number = 0;
  std::string id, name, email;
  Rights rights;
  bool operator==(const LoggedInUser&) const = default;
  /// An administrator may change settings too.
  [[nodiscard]] bool may(Right right) const {
    return rights.has(right) || (right == Right::settings && rights.has(Right::administrator));
  }
  [[nodiscard]] const std::string& shown_name() const { return name.empty() ? id : name; }
};

struct UserAccess {
  AuthenticationSettings settings;
  UserList list = std::make_shared<const std::vector<User>>();
  std::optional<LoggedInUser> user;
  std::uint64_t turns = 0;        // counts log-ins and log-outs: whoever comes finds the home screen
  bool card_lies = false;         // on the reader
  bool registering_card = false;  // an unknown card waits for its owner to log in once
  std::optional<OwnSignIn> sign_in;
  std::optional<FileImport> import;  // the last file of users
  bool operator==(const UserAccess&) const = default;

  /// True while nobody may use the machine before logging in.
  [[nodiscard]] bool wants_log_in() const { return settings.on && !user; }
  /// True when whoever stands at the panel may: everybody where nobody needs to log in.
  [[nodiscard]] bool may(Right right) const { return !settings.on || (user && user->may(right)); }
  /// True for a user who needs no administrator's password.
  [[nodiscard]] bool administers() const { return user && user->rights.has(Right::administrator); }
};

}  // namespace paneltwin::device
