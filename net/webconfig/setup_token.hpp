// The one-time token (INPUTT_SETUPTOKEN) that every settings form carries: a form is taken once, and only from a page
// that this log-in was shown.
#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace paneltwin::net::webconfig {

class SetupTokens {
 public:
  /// For all forms of one page. Of more than 32 pages open at a time the oldest goes stale.
  const std::string& issue();
  /// True once for each token that was issued and is not stale.
  bool take(std::string_view token);
  /// True while take() would be: for what changes nothing.
  [[nodiscard]] bool knows(std::string_view token) const;

 private:
  std::deque<std::string> open_;
};

}  // namespace paneltwin::net::webconfig
