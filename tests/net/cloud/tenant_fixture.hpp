// Contoso for tests: signing in, polling and refreshing in one line each.
#pragma once

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "tests/net/cloud/tenant.hpp"

namespace paneltwin::net::cloud {

class TenantTest : public testing::Test, protected Tenant {
 protected:
  static constexpr auto submission = "https://outlook.office.com/SMTP.Send offline_access openid profile";

  /// Asks for a device code and returns it with its user code.
  std::pair<std::string, std::string> ask_for_code(const std::string& scope = submission,
                                                   const std::string& tenant = "organizations") {
    const auto answer = endpoint.authorize_device(
        {tenant, {{"client_id", client}, {"scope", scope}}, "https://127.0.0.1:8444", "192.0.2.1", {"t", "c"}});
    if (!answer) return {"", answer.error().error};
    return {std::string(answer->at("device_code").as_string()), std::string(answer->at("user_code").as_string())};
  }
  ProgramAnswer poll(const std::string& device_code) {
    return post({{"grant_type", "urn:ietf:params:oauth:grant-type:device_code"},
                 {"client_id", client},
                 {"device_code", device_code}});
  }
  ProgramAnswer refresh(const std::string& token) {
    return post({{"grant_type", "refresh_token"}, {"client_id", client}, {"refresh_token", token}});
  }
  /// A whole sign-in by device code.
  boost::json::object signed_in(const std::string& user, bool for_organization = false) {
    const auto [device_code, user_code] = ask_for_code();
    const auto approved = sign_ins.approve(user_code, user, for_organization);
    EXPECT_TRUE(approved) << (approved ? "" : approved.error().detail);
    const auto answer = poll(device_code);
    EXPECT_TRUE(answer) << (answer ? "" : answer.error().text);
    return answer.value_or(boost::json::object{});
  }
  static std::string text(const boost::json::object& answer, std::string_view name) {
    const auto* value = answer.if_contains(name);
    return value && value->is_string() ? std::string(value->as_string()) : std::string();
  }
  static std::string error_of(const ProgramAnswer& answer) { return answer ? "none" : answer.error().error; }
  static int code_of(const ProgramAnswer& answer) { return answer ? 0 : answer.error().code; }

  User user(const std::string& address) { return store->user_with_address(address).value_or(User{}); }

  SignIn& begin(SignIn wanted = {.purpose = SignIn::Purpose::device}, std::string_view session = {}) {
    wanted.browser = "browser";
    wanted.peer = "192.0.2.7";
    return sign_ins.begin(std::move(wanted), session);
  }
  /// Answers the present page.
  SignInPage answer(SignIn& sign_in, Form form = {}) {
    bool answered = false;
    sign_ins.answer(sign_in, name_of(sign_in.page), form, [&] { answered = true; });
    EXPECT_TRUE(answered);
    return sign_in.page;
  }
  /// From the code's page to the one behind the password.
  SignInPage walk_to_password(SignIn& sign_in, const std::string& user_code, const std::string& address) {
    answer(sign_in, {{"otc", user_code}});
    answer(sign_in, {{"loginfmt", address}});
    return answer(sign_in, {{"passwd", user(address).shown_password}});
  }
};

}  // namespace paneltwin::net::cloud
