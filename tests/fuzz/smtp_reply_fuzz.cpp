// Whatever a mail server says, and however it is cut: an error, a reply, or a wish for more.
#include <cstdint>

#include "net/smtp/capabilities.hpp"
#include "net/smtp/reply_parser.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace paneltwin::net::smtp;
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto cut = std::min<std::size_t>(data[0], bytes.size());
  ReplyParser parser;
  for (const auto piece : {bytes.substr(0, cut), bytes.substr(cut)}) {
    parser.feed(piece);
    for (;;) {
      const auto reply = parser.next();
      if (!reply) return 0;
      if (!*reply) break;
      (void)(*reply)->words();
      (void)(*reply)->enhanced();
      (void)capabilities_of(**reply);
    }
  }
  return 0;
}
