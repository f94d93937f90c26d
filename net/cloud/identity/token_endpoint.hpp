// The two addresses that programs post to: device authorization (RFC 8628 3.1) and token (RFC 6749 3.2).
#pragma once

#include <expected>
#include <map>
#include <string>

#include <boost/json/object.hpp>

#include "net/cloud/identity/tokens.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::cloud {

struct ProgramRequest {
  std::string tenant;  // first part of the address
  http::Fields form;
  std::string origin, peer;
  Trace trace;
};

using ProgramAnswer = std::expected<boost::json::object, AadstsError>;

inline constexpr std::chrono::seconds device_code_life{900}, device_code_interval{5};
inline constexpr std::chrono::minutes authorization_code_life{10};

/// Loop only.
class TokenEndpoint {
 public:
  TokenEndpoint(Store& store, const device::Clock& clock, const Tokens& tokens)
      : store_(store), clock_(clock), tokens_(tokens) {}

  /// Everything but `message`. A store that fails answers with 90055: the program tries again.
  ProgramAnswer authorize_device(const ProgramRequest& request);
  /// Grants: device_code in all its spellings, authorization_code, refresh_token.
  ProgramAnswer token(const ProgramRequest& request);

 private:
  std::expected<Application, AadstsError> application_of(const ProgramRequest& request);
  ProgramAnswer redeem_device_code(const ProgramRequest& request, const Application& application);
  /// "authorization_pending", or "slow_down" where the tenant is set to say so. Microsoft never does, and some of its
  /// own libraries give up on it.
  AadstsError pending(const DeviceCode& code);
  ProgramAnswer redeem_authorization_code(const ProgramRequest& request, const Application& application);
  ProgramAnswer refresh(const ProgramRequest& request, const Application& application);
  /// What stands against a token for this grant now; `asked` is who asks.
  std::optional<AadstsError> objection(const Grant& grant);
  ProgramAnswer finish(const ProgramRequest& request, const Grant& grant);

  Store& store_;
  const device::Clock& clock_;
  const Tokens& tokens_;
  struct Polling {
    Instant last{}, forgotten_at{};
    std::chrono::seconds interval = device_code_interval;
  };
  std::map<std::string, Polling, std::less<>> polling_;  // by code
};

}  // namespace paneltwin::net::cloud
