// An identity provider that says what a test tells it to.
#pragma once

#include <deque>
#include <vector>

#include <gtest/gtest.h>

#include "net/http/server.hpp"
#include "net/oauth/oauth_identity.hpp"
#include "tests/net/wire_fixture.hpp"

namespace paneltwin::net::oauth {

class ProviderFixture : public WireFixture {
 protected:
  ProviderFixture() {
    auto listening =
        http::Server::listen(loop, {.authority = authority.get()},
                             [this](const http::Request& request, http::Respond respond) { respond(answer(request)); });
    server = std::move(*listening);
    issuer = "https://127.0.0.1:" + std::to_string(server->port()) + "/oidc";
    discovery = R"({"issuer": ")" + issuer + R"(", "token_endpoint": ")" + issuer +
                R"(/token", "device_authorization_endpoint": ")" + issuer + R"(/device"})";
    provider = {.name = "Lab", .issuer = issuer, .client_id = "the client", .scope = "openid offline_access"};
  }
  ~ProviderFixture() override {
    loop.sync([&] { server.reset(); });
  }

  std::unique_ptr<device::Identity> identity() {
    return make_identity(wire, clock, {{device::EmailService::exchange_online, provider}});
  }

  http::Response answer(const http::Request& request) {
    asked.push_back({request.path, clock.now(), request.form().value_or(http::Fields())});
    if (request.path == "/oidc/.well-known/openid-configuration") return http::Response::json(discovery);
    if (answers.empty()) return http::Response::json(R"({"error": "authorization_pending"})", 400);
    auto next = std::move(answers.front());
    answers.pop_front();
    return next;
  }

  static http::Response refused(const std::string& error) {
    return http::Response::json(R"({"error": ")" + error + R"(", "error_description": "AADSTS1: No.\r\nTrace ID: 1"})",
                                400);
  }

  static http::Response granted(const std::string& more = "") {
    return http::Response::json(R"({"token_type": "Bearer", "access_token": "the-access", "expires_in": 4511)" + more +
                                "}");
  }

  struct Asked {
    std::string path;
    device::Instant at;
    http::Fields form;
  };

  std::unique_ptr<http::Server> server;
  std::string issuer, discovery;
  Provider provider;
  std::deque<http::Response> answers;  // what the endpoints say, in turn; then "authorization_pending"
  std::vector<Asked> asked;            // loop only
};

}  // namespace paneltwin::net::oauth
