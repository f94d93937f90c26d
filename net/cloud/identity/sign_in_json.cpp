#include "net/cloud/identity/sign_in_json.hpp"

#include <boost/json/array.hpp>

#include "net/cloud/identity/sign_in_view.hpp"

namespace paneltwin::net::cloud {

namespace json = boost::json;

bool wants_json(const http::Request& request) { return request.header("Accept").starts_with("application/json"); }

json::object json_of(const SignIn& sign_in, SignIns& sign_ins, Store& store, const device::Clock& clock,
                     const device::Catalogue& words) {
  json::object body{{"page", name_of(sign_in.page)}, {"flow", sign_in.id}, {"canary", sign_in.canary}};
  if (const auto user = shown_user(sign_in, sign_ins, store)) {
    body["user"] = user->address;
    body["user_name"] = user->name;
  }
  if (!sign_in.client_id.empty()) body["app"] = sign_in.application_name;
  const auto complain = [&](std::string_view key) {
    body["problem"] = words.text(key);
    body["problem_name"] = key.substr(std::string_view("cloud.").size());
  };
  if (!sign_in.problem.empty()) complain(sign_in.problem);
  if (sign_in.page == SignInPage::consent) {
    json::array permissions;
    for (const auto& permission : permissions_of(sign_in, words)) {
      permissions.push_back(json::object{{"title", permission.title}, {"detail", permission.detail}});
    }
    body["permissions"] = std::move(permissions);
    body["may_consent_for_all"] = sign_ins.may_consent_for_all(sign_in);
  }
  if (sign_in.page == SignInPage::register_factor) body["secret"] = sign_in.totp_secret;
  if (sign_in.page == SignInPage::approve_request) {
    const bool waits = sign_ins.waits_for_phone(sign_in);
    body["waits"] = waits;
    if (waits) body["number"] = sign_in.number;
    if (!waits && sign_in.problem.empty()) complain("cloud.approve.unheard");
  }
  if (sign_in.page == SignInPage::leaving) {
    body["location"] = address_with(sign_in.location, sign_in.reply, sign_in.response_mode == "fragment");
  }
  if (sign_in.error) body["error"] = body_of(*sign_in.error, sign_in.trace, clock.now(), "");
  return body;
}

}  // namespace paneltwin::net::cloud
