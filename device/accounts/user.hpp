// A user of the machine, as Epson Print Admin Serverless keeps one (panel facts 4.2): plain values, no secret.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "device/email/email_server.hpp"
#include "device/failure.hpp"
#include "device/file_import.hpp"

namespace paneltwin::device {

using UserNumber = std::int64_t;  // counts up from 1, never used twice

/// What a user may do. Which there are is inferred from the machine's plain access control.
enum class Right { copy, scan, my_email, my_folder, fax, memory_device, print, settings, administrator };
inline constexpr Right all_rights[] = {Right::copy,      Right::scan,     Right::my_email,
                                       Right::my_folder, Right::fax,      Right::memory_device,
                                       Right::print,     Right::settings, Right::administrator};

class Rights {
 public:
  Rights() = default;
  explicit Rights(std::uint32_t bits) : bits_(bits) {}
  [[nodiscard]] bool has(Right right) const { return (bits_ & bit(right)) != 0; }
  void set(Right right, bool on) { bits_ = on ? bits_ | bit(right) : bits_ & ~bit(right); }
  [[nodiscard]] std::uint32_t bits() const { return bits_; }
  bool operator==(const Rights&) const = default;

 private:
  static constexpr std::uint32_t bit(Right right) { return 1U << static_cast<unsigned>(right); }
  std::uint32_t bits_ = 0;
};

/// Everything that needs neither the settings nor the administrator.
Rights usual_rights();

struct User {
  UserNumber number = 0;  // 0: not in the store yet
  std::string id;         // what is typed to log in; unique whatever its case
  std::string name, department, email;
  std::string card;  // what the reader says of the card; empty: none
  Rights rights = usual_rights();
  bool password_set = false, id_number_set = false;
  std::optional<StoredSignIn> sign_in;  // the user's own, for Scan to My Email
  bool operator==(const User&) const = default;
};

/// Shared, because a thousand of them go with each snapshot.
using UserList = std::shared_ptr<const std::vector<User>>;

inline constexpr std::size_t most_users = 1000;

/// A user as somebody wants it: added when `user.number` is 0. What is nothing stays as it was; empty takes it away.
struct UserChange {
  User user;
  std::optional<std::string> password, id_number;
};

/// A user as a line of a file gives one.
using UserRow = FileRow<UserChange>;

/// Checks the limits; `detail` of the failure names the field ("id", "email", …).
Result<void> check(const UserChange& change);
/// 4 to 64 letters and digits, as readers give them.
bool is_card(std::string_view card);

}  // namespace paneltwin::device
