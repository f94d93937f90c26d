// Whatever a program posts to the token and device code endpoints: an answer in Entra's form, and never a token for it.
#include <cstdint>
#include <cstdlib>

#include <boost/json.hpp>

#include "tests/net/cloud/tenant.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace paneltwin::net;
  static cloud::Tenant tenant;
  const auto form = http::parse_form({reinterpret_cast<const char*>(data), size});
  if (!form) return 0;
  // The fuzzer cannot know the printer's id: "printer" stands for it.
  auto filled = *form;
  for (auto& [name, value] : filled) {
    if (value == "printer") value = tenant.client;
  }
  const cloud::ProgramRequest request{"organizations", filled, "https://127.0.0.1:8444", "192.0.2.1", {"t", "c"}};
  if (tenant.endpoint.token(request)) std::abort();  // nobody has signed in
  const auto answer = tenant.endpoint.authorize_device(request);
  const auto error = tenant.endpoint.token(request).error();
  if (error.code == 0 || error.error.empty() || error.status < 400) std::abort();
  const auto body = boost::json::serialize(body_of(error, request.trace, tenant.clock.now(), request.origin));
  if (!boost::json::parse(body).as_object().contains("error_description")) std::abort();
  if (answer && !answer->contains("device_code")) std::abort();
  return 0;
}
