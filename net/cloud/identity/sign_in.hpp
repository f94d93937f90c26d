// One person's way through the sign-in pages, as plain values: what asked for it, how far it is, and what shows now.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/cloud/identity/aadsts.hpp"
#include "net/cloud/identity/access_rules.hpp"
#include "net/cloud/identity/scopes.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::cloud {

enum class SignInPage {
  code,             // "Enter code to allow access"
  pick,             // somebody is signed in with this browser already
  account,          // who
  password,         //
  register_factor,  // "More information required": an authenticator app
  one_time_code,    // a code from that app (RFC 6238)
  approve_request,  // a number to be typed on the practice phone
  confirm,          // "Are you trying to sign in to …?"
  consent,          // "Permissions requested"
  approval_needed,  // "Need admin approval"
  blocked,          // Conditional Access
  trouble,          // any other refusal
  done,             // signed in on the device
  declined,
  leaving,  // the browser goes on to `location`, with `reply`
};

/// "one_time_code" and so on: in forms, and the template's name after "sign_in_".
std::string_view name_of(SignInPage page);

struct SignIn {
  enum class Purpose { device, authorize, admin_consent, visit };

  std::string id;       // in the pages' address
  std::string browser;  // cookie of the browser it belongs to
  std::string canary;   // in every form
  Trace trace;
  Purpose purpose = Purpose::visit;
  Instant expires_at{};
  std::string peer;

  // what asked for it
  std::string tenant = "common";
  std::string client_id, application_name, publisher;
  Scopes scopes;
  std::string code_hash;                                                                                   // device
  std::string redirect_uri, response_mode, state, nonce, challenge, challenge_method, prompt, login_hint;  // authorize

  // how far it is
  SignInPage page = SignInPage::account;
  std::string problem;         // catalogue key of what was wrong with the last answer
  std::string typed;           // account as typed
  std::string user;            // id; empty until known
  bool other_account = false;  // the person wants none of the accounts that are signed in
  bool authenticated = false, multi_factor = false, confirmed = false, consented = false;
  std::string totp_secret;  // being registered
  std::string ticket;       // of the request on the practice phone; empty: none, or it was refused
  int number = 0;           // to be typed there, 10 to 99
  Instant asked_at{};
  bool busy = false;  // a password is being checked
  std::optional<AadstsError> error;
  std::string session;   // cookie of the browser's session, when it has one
  std::string location;  // where the browser goes on to
  http::Fields reply;    // what it takes along
};

}  // namespace paneltwin::net::cloud
