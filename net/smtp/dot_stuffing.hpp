// The transparency of DATA (RFC 5321 4.5.2), piece by piece.
#pragma once

#include <string>
#include <string_view>

namespace paneltwin::net::smtp {

class DotStuffing {
 public:
  /// The bytes to send for these: lines that begin with a dot get another, a line feed alone becomes CRLF, and so does
  /// a carriage return alone.
  std::string stuff(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 64);
    for (const char byte : bytes) {
      if (after_return_ && byte != '\n') out += '\n', at_line_start_ = true;
      if (byte == '\n' && !after_return_) out += '\r';
      if (byte == '.' && at_line_start_) out += '.';
      out += byte;
      after_return_ = byte == '\r';
      at_line_start_ = byte == '\n';
    }
    return out;
  }
  /// What ends the message: CRLF unless the last line has ended, then a dot alone.
  [[nodiscard]] std::string_view end() const {
    if (after_return_) return "\n.\r\n";
    return at_line_start_ ? ".\r\n" : "\r\n.\r\n";
  }

 private:
  bool at_line_start_ = true, after_return_ = false;
};

}  // namespace paneltwin::net::smtp
