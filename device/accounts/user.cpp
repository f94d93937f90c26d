#include "device/accounts/user.hpp"

#include <algorithm>

#include "device/jobs/scan_request.hpp"
#include "device/settings/limits.hpp"
#include "device/text/ascii.hpp"

namespace paneltwin::device {

namespace {

// Inferred: ID and password as in the machine's plain access control, somewhat longer; the ID number has 4 to 8 digits.
constexpr std::size_t longest_id = 32, longest_name = 128, longest_user_password = 20;
constexpr std::size_t shortest_card = 4, longest_card = 64, shortest_number = 4, longest_number = 8;

/// Names a folder too (Scan to My Folder): no path may be made of it.
bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= longest_id && is_letter_or_digit(id.front()) &&
         std::ranges::all_of(id, [](char c) { return is_letter_or_digit(c) || c == '.' || c == '-' || c == '_'; });
}

bool is_id_number(std::string_view number) {
  return number.size() >= shortest_number && number.size() <= longest_number && std::ranges::all_of(number, is_digit);
}

}  // namespace

Rights usual_rights() {
  Rights rights;
  for (const auto right : all_rights) rights.set(right, right != Right::settings && right != Right::administrator);
  return rights;
}

bool is_card(std::string_view card) {
  return card.size() >= shortest_card && card.size() <= longest_card && std::ranges::all_of(card, is_letter_or_digit);
}

Result<void> check(const UserChange& change) {
  const auto wrong = [](const char* field) { return fail(FailureKind::invalid_value, field); };
  const auto& user = change.user;
  if (!is_id(user.id)) return wrong("id");
  if (!is_line(user.name, longest_name)) return wrong("name");
  if (!is_line(user.department, longest_name)) return wrong("department");
  if (!user.email.empty() && !is_mail_address(user.email)) return wrong("email");
  if (!user.card.empty() && !is_card(user.card)) return wrong("card");
  if (change.password && !is_ascii(*change.password, longest_user_password)) return wrong("password");
  if (change.id_number && !change.id_number->empty() && !is_id_number(*change.id_number)) return wrong("id_number");
  return {};
}

}  // namespace paneltwin::device
