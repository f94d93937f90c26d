// Whatever stands in an AUTH XOAUTH2 line: a user and a token that stood in it word for word, or nothing.
#include <cstdint>
#include <cstdlib>

#include "net/cloud/exchange/xoauth2.hpp"

namespace {

void read(std::string_view blob) {
  const auto bearer = paneltwin::net::cloud::parse_xoauth2(blob);
  if (!bearer) return;
  if (bearer->user.empty() || bearer->token.empty()) std::abort();
  if (blob.find("user=" + bearer->user + '\x01') == blob.npos) std::abort();
  if (blob.find(' ' + bearer->token + '\x01') == blob.npos) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read(bytes);
  if (const auto decoded = paneltwin::net::cloud::from_base64(bytes)) read(*decoded);
  return 0;
}
