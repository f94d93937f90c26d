#include "net/trace/wire_trace.hpp"

#include <boost/json.hpp>

#include "net/utf8.hpp"

namespace paneltwin::net {

void WireTrace::turn(bool on) {
  const std::lock_guard lock(mutex_);
  is_on_ = on;
}

void WireTrace::add(device::Instant at, const std::string& peer, bool sent, std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (!is_on_) return;
  auto kept = masked(text);
  if (kept.size() > longest_text) {
    kept.resize(longest_text);
    kept += " …";
  }
  lines_.push_back({++last_, at, peer, sent, valid_utf8(std::move(kept))});
  if (lines_.size() > most_lines) lines_.pop_front();
}

std::vector<TraceLine> WireTrace::lines() const {
  const std::lock_guard lock(mutex_);
  return {lines_.begin(), lines_.end()};
}

std::string to_json(const std::vector<TraceLine>& lines) {
  boost::json::array list;
  for (const auto& line : lines) {
    list.push_back({{"number", line.number},
                    {"at", device::to_iso8601(line.at)},
                    {"peer", line.peer},
                    {"sent", line.sent},
                    {"text", line.text}});
  }
  return boost::json::serialize(list);
}

}  // namespace paneltwin::net
