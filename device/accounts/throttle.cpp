#include "device/accounts/throttle.hpp"

#include <algorithm>

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr int free_failures = 5;
constexpr Duration first_wait = 2s, longest_wait = 1h;
constexpr std::size_t most_peers = 1000;  // peers name themselves; their number must not

}  // namespace

bool Throttle::admit(const std::string& peer, Instant now) {
  if (!records_.contains(peer)) forget_the_oldest();
  auto& record = records_[peer];
  if (record.trying || (now < record.not_before && record.last <= now)) return false;
  record.trying = true;
  record.last = now;
  return true;
}

void Throttle::passed(const std::string& peer) { records_.erase(peer); }

void Throttle::failed(const std::string& peer, Instant now) {
  auto& record = records_[peer];
  record.trying = false;
  record.last = now;
  if (++record.failures < free_failures) return;
  Duration wait = first_wait;
  for (int i = free_failures; i < record.failures && wait < longest_wait; ++i) wait *= 2;
  record.not_before = now + std::min(wait, longest_wait);
}

void Throttle::forget_the_oldest() {
  if (records_.size() < most_peers) return;
  records_.erase(std::ranges::min_element(
      records_, {}, [](const auto& entry) { return std::pair(entry.second.trying, entry.second.last); }));
}

}  // namespace paneltwin::device
