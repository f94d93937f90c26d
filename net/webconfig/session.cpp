#include "net/webconfig/session.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "device/random.hpp"

namespace paneltwin::net::webconfig {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t most = 16;
constexpr device::Duration time_out = 20min;

/// "session&" and a UUID: the form of the machine's cookie.
std::string new_id() {
  auto id = std::string("session&");
  for (const std::size_t length : std::array<std::size_t, 5>{8, 4, 4, 4, 12}) {
    if (!id.ends_with('&')) id += '-';
    id += device::random_text(length, device::hexadecimal_digits);
  }
  return id;
}

}  // namespace

std::shared_ptr<Session> Sessions::begin(device::Instant now) {
  end_timed_out(now);
  if (sessions_.size() == most) {
    end(std::ranges::min_element(sessions_, {}, [](const auto& entry) { return entry.second->last_used; })->first);
  }
  auto session = std::make_shared<Session>(Session{.id = new_id(), .last_used = now});
  return sessions_[session->id] = session;
}

std::shared_ptr<Session> Sessions::find(std::string_view id, device::Instant now) {
  end_timed_out(now);
  const auto found = sessions_.find(id);
  if (found == sessions_.end()) return nullptr;
  found->second->last_used = now;
  return found->second;
}

void Sessions::end(const std::string& id) {
  const auto found = sessions_.find(id);
  if (found == sessions_.end()) return;
  const auto session = found->second;
  sessions_.erase(found);
  ended_(*session);
}

void Sessions::end_others(const std::string& id) {
  std::vector<std::string> others;
  for (const auto& [other, _] : sessions_) {
    if (other != id) others.push_back(other);
  }
  for (const auto& other : others) end(other);
}

void Sessions::end_timed_out(device::Instant now) {
  std::vector<std::string> over;
  for (const auto& [id, session] : sessions_) {
    // A clock set back must not let a session live for ever.
    if (now - session->last_used >= time_out || now < session->last_used) over.push_back(id);
  }
  for (const auto& id : over) end(id);
}

}  // namespace paneltwin::net::webconfig
