// The content of DATA (RFC 5321 4.1.1.4): takes the dots off again and ends at CR LF . CR LF alone, so that no other
// reading of the same bytes finds a second message in it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace paneltwin::net::cloud {

class DataReceiver {
 public:
  /// Keeps at most `limit` bytes; what is beyond is read and dropped.
  explicit DataReceiver(std::size_t limit) : limit_(limit) {}

  /// Takes bytes up to the end of the content and says how many.
  std::size_t take(std::string_view bytes);
  [[nodiscard]] bool complete() const { return state_ == State::complete; }
  [[nodiscard]] bool too_large() const { return too_large_; }
  /// A carriage return or a line feed stood alone.
  [[nodiscard]] bool bare_line_end() const { return bare_; }
  std::string take_message() { return std::move(message_); }

 private:
  enum class State { line_start, in_line, after_return, after_dot, after_dot_return, complete };
  void keep(std::string_view bytes);
  void step(char byte);

  std::size_t limit_;
  std::string message_;
  State state_ = State::line_start;
  bool too_large_ = false, bare_ = false;
};

}  // namespace paneltwin::net::cloud
