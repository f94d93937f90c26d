// IPv4 addresses as people write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace paneltwin::device {

/// "192.168.1.10", four numbers without leading zeros; nothing when it is not one.
std::optional<std::uint32_t> parse_ipv4(std::string_view text);

}  // namespace paneltwin::device
