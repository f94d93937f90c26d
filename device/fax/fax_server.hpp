// Fax > Fax Server: pages go as mail to number@domain, through a server of the fax provider's (panel facts 5.6).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "device/email/email_server.hpp"

namespace paneltwin::device {

/// What a model's functions call it.
inline constexpr std::string_view fax_server_function = "fax-server";

struct FaxServer {
  bool use = false;
  std::string domain;  // of the provider: "fax.example"
  EmailServer email;
  std::vector<std::string> recent_numbers;  // newest first, 20 at most
  bool operator==(const FaxServer&) const = default;
};

}  // namespace paneltwin::device
