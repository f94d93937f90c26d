// What a server says it can do, in its answer to EHLO (RFC 5321 4.1.1.1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/smtp/reply_parser.hpp"

namespace paneltwin::net::smtp {

struct Capabilities {
  bool starttls = false, pipelining = false, smtputf8 = false, eight_bit_mime = false;
  bool size = false;                     // the SIZE parameter is known
  std::optional<std::uint64_t> largest;  // bytes; nothing: no limit, or none told
  std::vector<std::string> mechanisms;   // upper case

  [[nodiscard]] bool offers(std::string_view mechanism) const;
};

Capabilities capabilities_of(const Reply& ehlo);

}  // namespace paneltwin::net::smtp
