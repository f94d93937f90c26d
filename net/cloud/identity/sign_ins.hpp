// The sign-in itself, without HTTP: answers of a person in, the next page out.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "device/accounts/throttle.hpp"
#include "device/clock.hpp"
#include "net/cloud/identity/sessions.hpp"
#include "net/cloud/identity/sign_in.hpp"
#include "net/cloud/store/store.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::cloud {

/// Compares a password with a stored hash, off the loop, and tells on the loop.
using PasswordCheck =
    std::function<void(std::string password, std::string hash, std::move_only_function<void(bool)> told)>;

/// Loop only.
class SignIns {
 public:
  SignIns(Store& store, const device::Clock& clock, Sessions& sessions, PasswordCheck check_password)
      : store_(store), clock_(clock), sessions_(sessions), check_password_(std::move(check_password)) {}

  /// Takes up a sign-in whose purpose and asker are filled in. `session` is the browser's session cookie, if any.
  SignIn& begin(SignIn wanted, std::string_view session);
  /// Nothing when unknown, of another browser, or older than an hour.
  SignIn* find(std::string_view id, std::string_view browser);

  /// Takes the answer to page `page` (the form's own fields; "action" is the button: "next", "back", "cancel" or
  /// "other") and calls `done` when the next page is known. An answer to a page that is not the present one changes
  /// nothing.
  void answer(SignIn& sign_in, std::string_view page, const http::Fields& fields, std::move_only_function<void()> done);

  /// A person's whole way in one step, for the operator: enters `user_code` as the user with `address`, and accepts.
  /// Failures: not_found (code or user), sign_in_blocked, not_allowed (consent needs an administrator).
  device::Result<void> approve(std::string_view user_code, std::string_view address, bool for_organization);

  /// A sign-in that waits for somebody to type its number on the practice phone.
  struct PhoneRequest {
    std::string ticket, user, application;
  };
  [[nodiscard]] std::vector<PhoneRequest> phone_requests() const;
  /// What is typed on the phone; empty: "No, it's not me". False when the number is another one, or when nobody waits
  /// under `ticket` any more; a wrong number ends the request.
  bool answer_phone(std::string_view ticket, std::string_view typed);
  [[nodiscard]] bool waits_for_phone(const SignIn& sign_in) const;

  /// True when the user sees "Consent on behalf of your organization" on this sign-in's page.
  [[nodiscard]] bool may_consent_for_all(const SignIn& sign_in);
  /// The user of the browser's session, when this sign-in may use it.
  [[nodiscard]] std::optional<User> signed_in_user(const SignIn& sign_in);

 private:
  static constexpr std::size_t longest_answer = 256;
  /// The field as typed, without blanks around it; empty when it is longer than anything sensible.
  static std::string typed(const http::Fields& fields, std::string_view name);

  // sign_in_answers.cpp
  void take_code(SignIn& sign_in, const http::Fields& fields);
  void take_pick(SignIn& sign_in, const http::Fields& fields);
  void take_account(SignIn& sign_in, const http::Fields& fields);
  void take_password(SignIn& sign_in, const http::Fields& fields, std::move_only_function<void()> done);
  void password_checked(SignIn& sign_in, bool right);

  // sign_in_factors.cpp
  void take_factor(SignIn& sign_in, const http::Fields& fields);
  void take_approval(SignIn& sign_in, const http::Fields& fields);
  void ask_phone(SignIn& sign_in);
  void factor_given(SignIn& sign_in, const User& user);

  // sign_in_answers.cpp
  void take_consent(SignIn& sign_in, const http::Fields& fields);
  /// Takes up the device code behind `user_code`; false when nobody waits with it.
  bool claim(SignIn& sign_in, std::string_view user_code);

  // sign_ins.cpp
  /// Goes on to the next page that this sign-in needs.
  void advance(SignIn& sign_in);
  void ask_who(SignIn& sign_in);
  /// False when the policies stand in the way; then their page shows.
  bool pass_policies(SignIn& sign_in, const User& user);
  bool pass_consent(SignIn& sign_in, const User& user);

  // sign_in_ends.cpp
  void finish(SignIn& sign_in, const User& user);
  void finish_device(SignIn& sign_in, const User& user);
  /// Readies the authorization code that the browser takes to the program; false when it cannot be kept.
  bool issue_code(SignIn& sign_in, const User& user);
  void decline(SignIn& sign_in);
  void fail(SignIn& sign_in, AadstsError error, SignInPage page = SignInPage::trouble);
  /// Sends the browser back to the program with an error in place of a code.
  void leave_with_error(SignIn& sign_in, const AadstsError& error);
  void log(const SignIn& sign_in, int code, std::string_view reason);

  Store& store_;
  const device::Clock& clock_;
  Sessions& sessions_;
  PasswordCheck check_password_;
  device::Throttle code_guesses_;
  std::set<std::string, std::less<>> checking_;  // users whose password is being checked: one guess at a time
  std::map<std::string, SignIn, std::less<>> sign_ins_;
};

}  // namespace paneltwin::net::cloud
