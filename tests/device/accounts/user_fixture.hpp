// A machine with user authentication on, and some users.
#pragma once

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

class UsersTest : public MachineTest {
 protected:
  UsersTest() { set({.on = true}); }

  void set(AuthenticationSettings settings) { ASSERT_TRUE(ask(command::SetAuthentication{settings}, Origin::web)); }
  static UserChange someone(const std::string& id) {
    UserChange change{.password = "secret-" + id, .id_number = std::nullopt};
    change.user.id = id;
    change.user.name = "Name of " + id;
    change.user.email = id + "@contoso.example";
    return change;
  }
  static UserChange with_card(const std::string& id, const std::string& card) {
    auto change = someone(id);
    change.user.card = card;
    return change;
  }
  Result<std::int64_t> put(UserChange change) { return ask(command::PutUser{std::move(change)}, Origin::web); }
  Result<std::int64_t> lay(const std::string& card) { return ask(command::LayCard{card}, Origin::world); }
  Result<std::int64_t> log_in(const std::string& id) { return ask(command::LogInUser{id, "secret-" + id}); }
  [[nodiscard]] std::string who() const {
    const auto now = state();
    return now.users.user ? now.users.user->id : "";
  }
  [[nodiscard]] User user(const std::string& id) const {
    const auto now = state();
    for (const auto& one : *now.users.list) {
      if (one.id == id) return one;
    }
    return {};
  }
};

}  // namespace paneltwin::device
