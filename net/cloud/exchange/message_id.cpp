#include "net/cloud/exchange/message_id.hpp"

#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

std::string with_id_aside(std::string message) {
  constexpr std::string_view name = "Message-ID:", other = "X-Microsoft-Original-Message-ID:";
  for (std::size_t at = 0; at < message.size() && message[at] != '\r';) {
    if (equal_without_case(std::string_view(message).substr(at, name.size()), name)) {
      message.replace(at, name.size(), other);
    }
    const auto end = message.find('\n', at);
    at = end == std::string::npos ? message.size() : end + 1;
  }
  return message;
}

}  // namespace paneltwin::net::cloud
