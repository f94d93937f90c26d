// Named starts: files of assets/scenarios/ that bring the machine and the cloud to a point where a lesson, a flow or a
// picture begins.
//
//   # Signed in, saved, ready to send.
//   e-mail: {method: oauth2, service: exchange-online, account: admin@contoso.example, saved: true}
//   fax-server: {domain: fax.example, e-mail: {method: oauth2, service: exchange-online}}
//   users: {…}                       # see scenario_users.hpp
//   lock-setting: false
//   language: zh-CN
//   originals: {feeder: originals/invoice.pdf, glass: originals/letter.jpg}    # from assets
//   faults: [dns]
//   conditions: {black: 5, paper-jam: true}
//   clock: {advance: 91d}
//   jobs: [print-status-sheet]
//
// Everything goes the way that people's hands would send it: the sign-in over the wire, the settings as commands.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "device/assets.hpp"
#include "device/clock.hpp"
#include "device/condition/condition_change.hpp"
#include "device/email/email_server.hpp"
#include "device/failure.hpp"
#include "device/jobs/scan_request.hpp"
#include "panel/scenario_users.hpp"

namespace paneltwin::panel {

class Machine;

struct Scenario {
  struct SignIn {
    device::EmailService service = device::EmailService::exchange_online;
    std::string account;
    bool saved = true;  // OK was pressed
  };
  struct Mail {
    device::EmailServerSettings settings;
    std::string password;
    std::optional<SignIn> sign_in;
  };
  std::map<device::MailRole, Mail> mail;
  std::string fax_domain;
  std::optional<ScenarioUsers> users;
  std::optional<bool> lock_setting;
  std::optional<std::string> language;
  std::map<device::OriginalPlace, std::string> originals;  // asset names
  std::vector<std::string> faults;
  std::optional<device::ConditionChange> conditions;
  device::Duration advance{0};
  bool print_status_sheet = false;
};

/// assets/scenarios/<name>.yaml; errors name file, line and column.
std::expected<Scenario, device::FileError> load_scenario(const device::Assets& assets, std::string_view name);
/// Any thread but the loop's; answers when all of it is done. Failure: what went wrong on the way.
device::Result<void> play(Machine& machine, const Scenario& scenario);

}  // namespace paneltwin::panel
