// The second network of a machine with the network expansion board, beside the standard one (panel facts 9).
#pragma once

#include <string_view>

#include "device/email/email_server.hpp"
#include "device/settings/settings.hpp"

namespace paneltwin::device {

enum class NetworkSide { standard, additional };

/// What a model's functions call the board.
inline constexpr std::string_view board_function = "additional-network";

struct AdditionalNetwork {
  NetworkSide mail = NetworkSide::standard;  // where mail goes out, through the mail server of that side
  Network network;
  std::string mac_address;  // next to the standard one's
  EmailServer email;
  bool operator==(const AdditionalNetwork&) const = default;
};

}  // namespace paneltwin::device
