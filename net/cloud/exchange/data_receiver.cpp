#include "net/cloud/exchange/data_receiver.hpp"

#include <algorithm>

namespace paneltwin::net::cloud {

void DataReceiver::keep(std::string_view bytes) {
  if (message_.size() + bytes.size() > limit_) {
    too_large_ = true;
    std::string().swap(message_);
  }
  if (!too_large_) message_ += bytes;
}

void DataReceiver::step(char byte) {
  switch (state_) {
    case State::line_start:
      if (byte == '.') {
        state_ = State::after_dot;
        return;
      }
      break;
    case State::after_dot:
      if (byte == '\r') {
        state_ = State::after_dot_return;
        return;
      }
      break;  // the dot was stuffing
    case State::after_dot_return:
      if (byte == '\n') {
        state_ = State::complete;
        return;
      }
      keep("\r");
      bare_ = true;
      break;
    case State::after_return:
      keep("\r");
      if (byte == '\n') {
        keep("\n");
        state_ = State::line_start;
        return;
      }
      bare_ = true;
      break;
    case State::in_line:
    case State::complete:
      break;
  }
  if (byte == '\r') {
    state_ = State::after_return;
    return;
  }
  if (byte == '\n') bare_ = true;
  keep(std::string_view(&byte, 1));
  state_ = State::in_line;
}

std::size_t DataReceiver::take(std::string_view bytes) {
  std::size_t taken = 0;
  while (taken < bytes.size() && !complete()) {
    if (state_ == State::in_line) {
      const auto end = std::min(bytes.find_first_of("\r\n", taken), bytes.size());
      keep(bytes.substr(taken, end - taken));
      taken = end;
      if (taken == bytes.size()) break;
    }
    step(bytes[taken++]);
  }
  return taken;
}

}  // namespace paneltwin::net::cloud
