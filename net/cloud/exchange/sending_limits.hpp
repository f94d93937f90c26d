// How much a mailbox may send: 30 messages a minute, what is more comes later; 10,000 recipients a day, what is more is
// refused. Source: "Exchange Online limits".
#pragma once

#include <deque>
#include <expected>
#include <map>
#include <string>

#include "net/cloud/exchange/replies.hpp"
#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

/// Loop only.
class SendingLimits {
 public:
  explicit SendingLimits(Store& store) : store_(store) {}

  /// Counts a message to `recipients`; when it shows at its recipients, which is `now` or later.
  /// Error: recipient_quota; then it does not count.
  std::expected<Instant, DeliveryRefusal> take(const std::string& mailbox, int recipients, Instant now);

 private:
  struct Sent {
    Instant at{}, shows{};
    int recipients = 0;
  };
  struct Day {
    std::deque<Sent> sent;
    int recipients = 0;
  };
  /// What `mailbox` sent in the day before `now`; read from the store when it is first asked for.
  Day& day_of(const std::string& mailbox, Instant now);

  Store& store_;
  std::map<std::string, Day, std::less<>> days_;
};

}  // namespace paneltwin::net::cloud
