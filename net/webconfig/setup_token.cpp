#include "net/webconfig/setup_token.hpp"

#include <algorithm>

#include "device/random.hpp"

namespace paneltwin::net::webconfig {

namespace {
constexpr std::size_t most_pages = 32, token_length = 32;
}

const std::string& SetupTokens::issue() {
  if (open_.size() == most_pages) open_.pop_front();
  return open_.emplace_back(device::random_text(token_length, device::hexadecimal_digits));
}

bool SetupTokens::take(std::string_view token) {
  const auto found = std::ranges::find(open_, token);
  if (found == open_.end()) return false;
  open_.erase(found);
  return true;
}

bool SetupTokens::knows(std::string_view token) const { return std::ranges::find(open_, token) != open_.end(); }

}  // namespace paneltwin::net::webconfig
