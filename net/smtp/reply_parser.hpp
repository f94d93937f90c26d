// An SMTP server's replies out of bytes as they come (RFC 5321 4.2, RFC 2034 enhanced codes).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "device/failure.hpp"

namespace paneltwin::net::smtp {

struct Reply {
  int code = 0;
  std::vector<std::string> lines;  // the words of each line, without code

  [[nodiscard]] bool is_positive() const { return code / 100 == 2; }
  [[nodiscard]] bool is_transient() const { return code / 100 == 4; }
  /// "5.7.139" of the first line; empty when it has none.
  [[nodiscard]] std::string_view enhanced() const;
  /// "535 5.7.3 Authentication unsuccessful": for logs; other than printing characters are left out.
  [[nodiscard]] std::string words() const;
};

class ReplyParser {
 public:
  /// Longest line and most lines that are taken from a server.
  static constexpr std::size_t line_limit = 4096, lines_limit = 256;

  void feed(std::string_view bytes) { pending_ += bytes; }
  /// The next whole reply; nothing while it is not whole. Failure: unsupported_protocol, what comes is not SMTP.
  device::Result<std::optional<Reply>> next();
  /// True when bytes wait that belong to no reply yet.
  [[nodiscard]] bool has_more() const { return !pending_.empty(); }
  void forget() { pending_.clear(), reply_ = {}; }

 private:
  std::string pending_;
  Reply reply_;
};

}  // namespace paneltwin::net::smtp
