// Who is signed in with which browser. Kept in memory: after a restart people sign in again.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "device/clock.hpp"

namespace paneltwin::net::cloud {

struct Session {
  std::string user;    // id
  std::string canary;  // in every form of this session
  device::Instant since{};
  bool multi_factor = false;
};

/// Loop only.
class Sessions {
 public:
  explicit Sessions(const device::Clock& clock) : clock_(clock) {}
  /// The cookie's value of a new session.
  std::string begin(std::string user, bool multi_factor);
  /// Nothing when unknown, or older than a day.
  [[nodiscard]] const Session* find(std::string_view cookie) const;
  void end(std::string_view cookie);
  /// Ends every session of the user: revoked, disabled, or the password changed.
  void end_all_of(std::string_view user);

 private:
  const device::Clock& clock_;
  std::map<std::string, Session, std::less<>> sessions_;
};

}  // namespace paneltwin::net::cloud
