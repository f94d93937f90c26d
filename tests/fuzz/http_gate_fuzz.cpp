// Whatever a client sends as its header: refused, or read in the one way that there is.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "net/http/gate.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace paneltwin::net::http;
  const std::string_view block(reinterpret_cast<const char*>(data), size);
  const auto head = pass_gate(block, {"localhost", "127.0.0.1"});
  if (!head) return 0;
  const bool clean = std::ranges::all_of(head->headers, [](const auto& field) {
    return field.second.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos;
  });
  if (!clean || !head->target.starts_with('/') || (head->chunked && head->content_length > 0)) std::abort();
  const auto path = clean_path(head->target);
  if (path && (!path->starts_with('/') || path->find("/../") != std::string::npos || path->ends_with("/..")))
    std::abort();
  return 0;
}
