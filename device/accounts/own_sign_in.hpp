// A user's own sign-in at the panel, as everyone sees it (guide, "Scan to My Email"): the provider's pages, drawn by
// the panel itself, or a code where the provider's pages are its own affair.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "device/clock.hpp"
#include "device/failure.hpp"

namespace paneltwin::device {

/// A page of a provider's sign-in as data.
struct IdentityPage {
  enum class Kind {
    account,
    password,
    register_factor,  // an authenticator app is to be set up, with `secret`
    one_time_code,    // from that app
    approve_request,  // `number` is to be typed on a phone
    consent,
    approval_needed,  // only an administrator may consent
    blocked,          // Conditional Access
    trouble,
  };
  struct Permission {
    std::string title, detail;  // in the language asked for
    bool operator==(const Permission&) const = default;
  };
  Kind kind = Kind::account;
  std::string user;     // whose account; empty until known
  std::string app;      // who asks
  std::string problem;  // what was wrong with the last answer, by name: "password.wrong"; empty: nothing
  std::vector<Permission> permissions;
  bool may_consent_for_all = false;
  int number = 0;      // 0: nobody waits for the phone any more
  std::string secret;  // left out of JSON
  std::string error;   // of a refusal: "AADSTS53003"
  bool operator==(const IdentityPage&) const = default;
};

/// A person's answer to a page.
struct PageAnswer {
  enum class Action { next, back, cancel, other, look };
  Action action = Action::next;
  std::string text;  // what the page asks for: account, password (a secret) or code
  bool for_organization = false;
};

struct OwnSignIn {
  enum class Phase { opening, page, code, signed_in, failed };
  Phase phase = Phase::opening;
  bool busy = false;  // an answer is under way
  IdentityPage page;
  // Phase::code, as the e-mail server's sign-in has it; left out of JSON but for the address.
  std::string user_code, verification_uri, verification_uri_complete;
  Instant expires_at{};
  std::string account;             // when signed_in
  std::optional<Failure> failure;  // when failed
  bool operator==(const OwnSignIn&) const = default;
};

}  // namespace paneltwin::device
