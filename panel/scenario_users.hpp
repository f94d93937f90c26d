// The `users` of a scenario file: user authentication, the register, and who stands at the panel.
//
//   users:
//     method: card-or-user-id          # user-id, id-number, card-or-id-number
//     sender-is-user: true
//     list:
//       - {id: wei.lin, name: 林薇, password: Bamboo-63, card: 04A1B2C3, id-number: "4711", department: Sales,
//          email: wei.lin@contoso.example, rights: [scan, my_email]}
//     signed-in: {admin: admin@contoso.example}    # own sign-ins: user's ID and account
//     card: 04A1B2C3                   # lies on the reader: whose it is is logged in
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "device/accounts/user_access.hpp"
#include "device/yaml/strict_yaml.hpp"

namespace paneltwin::panel {

class Machine;

struct ScenarioUsers {
  device::AuthenticationSettings settings{.on = true};
  std::vector<device::UserRow> list;
  std::map<std::string, std::string> signed_in;
  std::string card;
};

ScenarioUsers read_users(const YAML::Node& node);
/// Any thread but the loop's. Failure: what went wrong on the way.
device::Result<void> play(Machine& machine, const ScenarioUsers& users);

}  // namespace paneltwin::panel
