// RFC 8628 section 3.5 without sockets and clocks: when to ask again, and when to give up.
#pragma once

#include <optional>

#include "device/clock.hpp"
#include "device/failure.hpp"
#include "net/oauth/answers.hpp"

namespace paneltwin::net::oauth {

class Polling {
 public:
  explicit Polling(device::Duration interval) : interval_(interval) {}

  /// From the last answer to the next question.
  [[nodiscard]] device::Duration wait() const;
  /// The provider's answer; a failure when there is no more to ask.
  std::optional<device::Failure> refused(const Refusal& refusal);
  /// No answer: asks less and less often, and gives up after some.
  std::optional<device::Failure> unanswered(const device::Failure& failure);

 private:
  std::optional<device::Failure> back_off(const device::Failure& failure);

  device::Duration interval_;
  device::Duration at_least_{};  // what the provider asked for (Retry-After)
  int unanswered_ = 0;           // in a row
};

}  // namespace paneltwin::net::oauth
