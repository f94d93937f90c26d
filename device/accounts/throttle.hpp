// Slows down whoever guesses passwords: after five wrong ones in a row each further one costs twice the wait.
#pragma once

#include <map>
#include <string>

#include "device/clock.hpp"

namespace paneltwin::device {

class Throttle {
 public:
  /// True when `peer` may try now. Every true must be followed by passed() or failed().
  bool admit(const std::string& peer, Instant now);
  void passed(const std::string& peer);
  void failed(const std::string& peer, Instant now);

 private:
  struct Record {
    int failures = 0;
    bool trying = false;  // one at a time: many at once would be many free guesses
    Instant not_before{}, last{};
  };
  void forget_the_oldest();

  std::map<std::string, Record, std::less<>> records_;
};

}  // namespace paneltwin::device
