#include "net/cloud/exchange/sending_limits.hpp"

#include <algorithm>

namespace paneltwin::net::cloud {

namespace {

constexpr std::size_t messages_a_minute = 30;
constexpr int recipients_a_day = 10'000;
constexpr std::chrono::hours day{24};

}  // namespace

SendingLimits::Day& SendingLimits::day_of(const std::string& mailbox, Instant now) {
  const auto [entry, first] = days_.try_emplace(mailbox);
  auto& sent = entry->second;
  if (first) {
    for (const auto& earlier : store_.sent_since(mailbox, now - day)) {
      sent.sent.push_back({earlier.at, earlier.at, earlier.recipients});
      sent.recipients += earlier.recipients;
    }
  }
  while (!sent.sent.empty() && sent.sent.front().at <= now - day) {
    sent.recipients -= sent.sent.front().recipients;
    sent.sent.pop_front();
  }
  return sent;
}

std::expected<Instant, DeliveryRefusal> SendingLimits::take(const std::string& mailbox, int recipients, Instant now) {
  if (store_.is_on(fact::sending_limits_off)) return now;
  auto& today = day_of(mailbox, now);
  if (today.recipients + recipients > recipients_a_day) return std::unexpected(DeliveryRefusal::recipient_quota);
  auto shows = now;
  if (today.sent.size() >= messages_a_minute) {
    const auto& one_minute_ago = today.sent[today.sent.size() - messages_a_minute];
    shows = std::max(now, one_minute_ago.shows + std::chrono::minutes(1));
  }
  today.sent.push_back({now, shows, recipients});
  today.recipients += recipients;
  return shows;
}

}  // namespace paneltwin::net::cloud
