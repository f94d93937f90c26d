// The identity provider as the rest of the cloud knows it: tokens to check, pages to serve, and the operator's hand.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include "device/clock.hpp"
#include "device/loop.hpp"
#include "device/text/catalogue.hpp"
#include "net/cloud/identity/sign_ins.hpp"
#include "net/cloud/identity/tokens.hpp"
#include "net/cloud/store/store.hpp"
#include "net/http/router.hpp"
#include "net/pages/templates.hpp"

namespace paneltwin::net::cloud {

/// Loop only, but for open().
class Identity {
 public:
  /// Seeds the demo tenant when `store` has none, and reads its keys. All arguments must outlive it. Failure:
  /// store_failed (also for a damaged key).
  static device::Result<std::unique_ptr<Identity>> open(device::Loop& loop, const device::Clock& clock,
                                                        const device::Texts& texts, pages::Templates templates,
                                                        Store& store);
  ~Identity();

  /// Discovery, keys, the token endpoints and every sign-in page.
  void add_routes(http::Router& router);
  [[nodiscard]] const Tokens& tokens() const;
  /// The user behind the browser's session, for pages beside the sign-in's; nothing sends the browser to
  /// sign_in_path().
  [[nodiscard]] std::optional<User> visitor(const http::Request& request) const;
  /// What every form of that visitor carries, so that no other site can send one; empty when nobody is signed in.
  [[nodiscard]] std::string form_token(const http::Request& request) const;
  /// Ends every browser session of the user with this id: revoked, disabled, or the password changed.
  void end_sessions(std::string_view user);
  /// Where a browser signs in, to come back to `target` (a path of ours).
  [[nodiscard]] static std::string sign_in_path(std::string_view target);
  [[nodiscard]] static std::string sign_out_path() { return "/common/oauth2/v2.0/logout"; }
  /// See SignIns::phone_requests() and answer_phone().
  [[nodiscard]] std::vector<SignIns::PhoneRequest> phone_requests() const;
  bool answer_phone(std::string_view ticket, std::string_view typed);
  /// See SignIns::approve().
  device::Result<void> approve(std::string_view user_code, std::string_view address, bool for_organization);

 private:
  struct Impl;
  explicit Identity(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::net::cloud
