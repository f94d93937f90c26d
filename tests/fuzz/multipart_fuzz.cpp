// Whatever is sent as a form with files: refused, or read into parts that were in it.
#include <cstdint>
#include <cstdlib>

#include "net/http/multipart.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const auto parts = paneltwin::net::http::parse_multipart("multipart/form-data; boundary=x", body);
  if (!parts) return 0;
  for (const auto& part : *parts) {
    if (body.find(part.content) == std::string_view::npos) std::abort();
  }
  return 0;
}
