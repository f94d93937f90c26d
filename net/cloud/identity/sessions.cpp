#include "net/cloud/identity/sessions.hpp"

#include <algorithm>

#include "net/cloud/identity/ids.hpp"

namespace paneltwin::net::cloud {

namespace {
constexpr std::chrono::hours longest_session{24};
constexpr std::size_t most_sessions = 2000;
}  // namespace

std::string Sessions::begin(std::string user, bool multi_factor) {
  const auto now = clock_.now();
  std::erase_if(sessions_, [&](const auto& entry) { return now - entry.second.since > longest_session; });
  if (sessions_.size() >= most_sessions) {
    sessions_.erase(std::ranges::min_element(sessions_, {}, [](const auto& entry) { return entry.second.since; }));
  }
  auto cookie = new_secret(32);
  sessions_[cookie] = {std::move(user), new_secret(24), now, multi_factor};
  return cookie;
}

const Session* Sessions::find(std::string_view cookie) const {
  const auto found = sessions_.find(cookie);
  return found == sessions_.end() || clock_.now() - found->second.since > longest_session ? nullptr : &found->second;
}

void Sessions::end(std::string_view cookie) {
  if (const auto found = sessions_.find(cookie); found != sessions_.end()) sessions_.erase(found);
}

void Sessions::end_all_of(std::string_view user) {
  std::erase_if(sessions_, [&](const auto& entry) { return entry.second.user == user; });
}

}  // namespace paneltwin::net::cloud
