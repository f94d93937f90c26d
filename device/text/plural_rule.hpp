// Which of a text's plural forms stands with a number: gettext's Plural-Forms header ("nplurals=2; plural=(n != 1);").
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::device {

/// Immutable; any thread.
class PluralRule {
 public:
  /// English's: one, and every other number.
  PluralRule();
  /// The header's value. The expression is C's, of one variable n: ?: || && == != < > <= >= + - * / % ! and brackets.
  /// Failure: what is wrong with it, in a line.
  static std::expected<PluralRule, std::string> parse(std::string_view header);

  [[nodiscard]] std::size_t forms() const { return forms_; }
  /// Which form stands with `count`; always less than forms().
  [[nodiscard]] std::size_t form(std::uint64_t count) const;
  bool operator==(const PluralRule&) const = default;

  /// One operation of the expression; `a`, `b` and `c` are places in the list of them.
  struct Step {
    enum class Kind : std::uint8_t {
      number,
      count,
      no,
      multiply,
      divide,
      rest,
      add,
      subtract,
      less,
      more,
      less_or_equal,
      more_or_equal,
      equal,
      unequal,
      both,
      either,
      choose
    };
    Kind kind = Kind::number;
    std::uint64_t number = 0;
    std::size_t a = 0, b = 0, c = 0;
    bool operator==(const Step&) const = default;
  };

 private:
  [[nodiscard]] std::uint64_t value(std::size_t step, std::uint64_t count) const;
  std::size_t forms_ = 2;
  std::vector<Step> steps_;
  std::size_t root_ = 0;
};

}  // namespace paneltwin::device
