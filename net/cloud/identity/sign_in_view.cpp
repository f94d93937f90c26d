#include "net/cloud/identity/sign_in_view.hpp"

#include <fmt/format.h>

#include "net/cloud/identity/aadsts.hpp"
#include "net/qr/qr_svg.hpp"

namespace paneltwin::net::cloud {

using pages::Data;

namespace {

void show_error(Data& data, const SignIn& sign_in, const device::Clock& clock) {
  if (!sign_in.error) return;
  Data error;
  error.set("code", std::to_string(sign_in.error->code));
  error.set("text", fmt::format("AADSTS{}: {}", sign_in.error->code, sign_in.error->text));
  error.set("request_id", sign_in.trace.trace_id);
  error.set("correlation_id", sign_in.trace.correlation_id);
  error.set("time", device::to_iso8601(clock.now()));
  data.set("error", error);
}

/// What an authenticator app reads from the QR code ("Key Uri Format" of Google Authenticator, which all follow).
std::string otpauth_of(const SignIn& sign_in, Store& store) {
  const auto tenant = http::percent_encode(store.fact(fact::tenant_name));
  const auto user = store.user(sign_in.user);
  return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", tenant,
                     http::percent_encode(user ? user->address : ""), sign_in.totp_secret, tenant);
}

Data list_of(const std::vector<Permission>& permissions) {
  Data list(Data::type::list);
  for (const auto& permission : permissions) {
    Data one;
    one.set("title", permission.title);
    one.set("detail", permission.detail);
    list.push_back(one);
  }
  return list;
}

}  // namespace

std::vector<Permission> permissions_of(const SignIn& sign_in, const device::Catalogue& words) {
  std::vector<Permission> list;
  const auto add = [&](std::string_view name) {
    const auto key = fmt::format("cloud.permission.{}", name);
    list.push_back({std::string(words.text(key)), std::string(words.text(key + ".detail"))});
  };
  for (const auto& permission : sign_in.scopes.permissions) add(permission);
  if (sign_in.scopes.openid || sign_in.scopes.profile || sign_in.scopes.email) add("profile");
  if (sign_in.scopes.offline_access) add("offline_access");
  return list;
}

std::optional<User> shown_user(const SignIn& sign_in, SignIns& sign_ins, Store& store) {
  return sign_in.page == SignInPage::pick ? sign_ins.signed_in_user(sign_in) : store.user(sign_in.user);
}

Data view_of(const SignIn& sign_in, SignIns& sign_ins, Store& store, const device::Clock& clock,
             const device::Catalogue& words) {
  Data data;
  data.set("page", std::string(name_of(sign_in.page)));
  data.set("flow", sign_in.id);
  data.set("canary", sign_in.canary);
  data.set("typed", sign_in.typed);
  data.set("publisher", sign_in.publisher);
  // A section shows for any text, even an empty one: what is unknown is left out.
  if (!sign_in.client_id.empty()) {
    data.set("app", sign_in.application_name);
    data.set("client_id", sign_in.client_id);
  }
  if (!sign_in.peer.empty()) data.set("peer", sign_in.peer);
  if (sign_in.purpose == SignIn::Purpose::device && !sign_in.code_hash.empty()) data.set("on_device", true);
  if (!sign_in.problem.empty()) data.set("problem", std::string(words.text(sign_in.problem)));
  if (const auto user = shown_user(sign_in, sign_ins, store)) {
    data.set("user", user->address);
    data.set("user_name", user->name);
  }
  if (sign_in.page == SignInPage::register_factor) {
    data.set("secret", sign_in.totp_secret);
    data.set("qr", qr_svg(otpauth_of(sign_in, store), std::string(words.text("cloud.register.qr"))));
  }
  if (sign_in.page == SignInPage::approve_request) {
    if (sign_ins.waits_for_phone(sign_in)) {
      data.set("number", std::to_string(sign_in.number));
    } else if (sign_in.problem.empty()) {
      data.set("problem", std::string(words.text("cloud.approve.unheard")));
    }
  }
  if (sign_in.page == SignInPage::consent) {
    data.set("permissions", list_of(permissions_of(sign_in, words)));
    data.set("for_all_only", sign_in.purpose == SignIn::Purpose::admin_consent);
    data.set("may_consent_for_all",
             sign_in.purpose != SignIn::Purpose::admin_consent && sign_ins.may_consent_for_all(sign_in));
  }
  if (sign_in.page == SignInPage::leaving) {
    Data fields(Data::type::list);
    for (const auto& [name, value] : sign_in.reply) {
      Data field;
      field.set("name", name);
      field.set("value", value);
      fields.push_back(field);
    }
    data.set("location", sign_in.location);
    data.set("fields", fields);
  }
  show_error(data, sign_in, clock);
  return data;
}

std::string address_with(const std::string& location, const http::Fields& reply, bool fragment) {
  std::string address = location;
  char joint = fragment ? '#' : (location.find('?') == std::string::npos ? '?' : '&');
  for (const auto& [name, value] : reply) {
    address += fmt::format("{}{}={}", joint, name, http::percent_encode(value));
    joint = '&';
  }
  return address;
}

}  // namespace paneltwin::net::cloud
