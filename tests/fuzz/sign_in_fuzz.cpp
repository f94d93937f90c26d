// Whatever forms a browser sends to the sign-in pages, one a line: nobody is signed in without a password that is
// right.
#include <cstdint>
#include <cstdlib>

#include "tests/net/cloud/tenant.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace paneltwin::net;
  static cloud::Tenant tenant;
  std::string_view lines(reinterpret_cast<const char*>(data), size);
  static const auto passwords = [] {
    std::vector<std::string> list;
    for (const auto& user : tenant.store->users()) list.push_back(user.shown_password);
    return list;
  }();
  auto& sign_in =
      tenant.sign_ins.begin({.purpose = cloud::SignIn::Purpose::visit, .peer = "192.0.2.7", .location = "/"}, "");
  bool knows = false;
  while (!lines.empty()) {
    const auto line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    const auto form = http::parse_form(line);
    if (!form) continue;
    for (const auto& password : passwords) knows = knows || http::value_of(*form, "passwd") == password;
    tenant.sign_ins.answer(sign_in, cloud::name_of(sign_in.page), *form, [] {});
    const bool in = sign_in.authenticated || sign_in.page == cloud::SignInPage::leaving;
    if (in && !knows) std::abort();
  }
  return 0;
}
