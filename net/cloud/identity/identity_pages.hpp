// The pages that a person signs in on: addresses, cookies and HTML around the sign-in's state machine.
#pragma once

#include <optional>
#include <string>

#include "device/clock.hpp"
#include "device/text/catalogue.hpp"
#include "net/cloud/identity/sign_ins.hpp"
#include "net/http/router.hpp"
#include "net/pages/templates.hpp"

namespace paneltwin::net::cloud {

/// Loop only. What it is given must outlive the routes.
class IdentityPages {
 public:
  IdentityPages(Store& store, const device::Clock& clock, const device::Texts& texts, pages::Templates templates,
                Sessions& sessions, SignIns& sign_ins)
      : store_(store),
        clock_(clock),
        texts_(texts),
        templates_(std::move(templates)),
        sessions_(sessions),
        sign_ins_(sign_ins) {}
  void add_routes(http::Router& router);

 private:
  /// Begins `wanted` and shows its first page; an error shows as a page of its own.
  http::Response begin(const http::Request& request, std::expected<SignIn, AadstsError> wanted);
  http::Response show(const http::Request& request, const SignIn& sign_in);
  http::Response shown(const http::Request& request, const std::string& page, pages::Data data, int status) const;
  http::Response refuse(const http::Request& request, const AadstsError& error);
  /// What an error's number means.
  [[nodiscard]] http::Response explain(const http::Request& request) const;
  void take(const http::Request& request, http::Respond respond);
  http::Response sign_out(const http::Request& request);

  Store& store_;
  const device::Clock& clock_;
  const device::Texts& texts_;
  const pages::Templates templates_;
  Sessions& sessions_;
  SignIns& sign_ins_;
};

inline constexpr std::string_view session_cookie = "__Host-cloud-session";

/// True for a path on this very site: "/mail", not "//elsewhere".
bool is_own_path(std::string_view target);

}  // namespace paneltwin::net::cloud
