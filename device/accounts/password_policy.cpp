#include "device/accounts/password_policy.hpp"

#include <algorithm>
#include <array>

#include "device/settings/limits.hpp"
#include "device/text/ascii.hpp"

namespace paneltwin::device {

namespace {

bool is_symbol(char c) { return !is_letter_or_digit(c); }

struct Rule {
  std::string_view setting;
  bool (*meets)(char);
};
constexpr std::array rules{Rule{"password-upper-case", is_upper}, Rule{"password-lower-case", is_lower},
                           Rule{"password-digits", is_digit}, Rule{"password-symbols", is_symbol}};

}  // namespace

Result<void> check_new_password(std::string_view password, const Settings& settings) {
  if (auto good = check_administrator_password(password); !good) return good;
  const bool long_enough = password.size() >= static_cast<std::size_t>(std::max(settings.number("password-length"), 0));
  const bool has_all = std::ranges::all_of(rules, [&](const Rule& rule) {
    return !settings.is_on(rule.setting) || std::ranges::any_of(password, rule.meets);
  });
  if (!long_enough || !has_all) return fail(FailureKind::invalid_value, "next");
  return {};
}

}  // namespace paneltwin::device
