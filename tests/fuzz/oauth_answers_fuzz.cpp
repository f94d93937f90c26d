// Whatever an identity provider answers: a refusal, or values that are fit to be shown and sent on.
#include <cstdint>
#include <cstdlib>

#include "net/oauth/answers.hpp"
#include "net/oauth/discovery.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace paneltwin;
  using namespace paneltwin::net;
  if (size == 0) return 0;
  const std::string body(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto response = http::Response::json(body, data[0] % 2 == 0 ? 200 : 400);
  const device::Instant now{};
  if (const auto grant = oauth::read_device_grant(response, now)) {
    const bool fit = grant->verification_uri.starts_with("http") && grant->interval >= std::chrono::seconds(1) &&
                     grant->expires_at > now && !grant->user_code.empty() && !grant->device_code.empty();
    if (!fit) std::abort();
  }
  if (const auto tokens = oauth::read_tokens(response, now)) {
    if (tokens->access_token.empty() || tokens->access_token.find_first_of("\r\n ") != std::string::npos) std::abort();
  }
  (void)oauth::account_of(body);
  (void)oauth::read_discovery({.authority = "https://login.example/organizations"}, body);
  return 0;
}
