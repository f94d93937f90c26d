// Whatever a browser or a program sends as a form: refused, or read in the one way that there is, and written back
// alike.
#include <cstdint>
#include <cstdlib>

#include "net/http/message.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace paneltwin::net::http;
  const auto fields = parse_form({reinterpret_cast<const char*>(data), size});
  if (!fields) return 0;
  std::string written;
  for (const auto& [name, value] : *fields) {
    written += (written.empty() ? "" : "&") + percent_encode(name) + "=" + percent_encode(value);
  }
  const auto again = parse_form(written);
  if (!again || *again != *fields) std::abort();
  return 0;
}
