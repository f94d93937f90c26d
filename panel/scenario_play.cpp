#include <algorithm>

#include "device/email/mail_servers.hpp"
#include "device/names.hpp"
#include "panel/machine.hpp"
#include "panel/scenario.hpp"
#include "panel/scenario_ask.hpp"

namespace paneltwin::panel {

using device::FailureKind;
using device::Result;
using device::SignInAttempt;

namespace {

/// Waits until the attempt has left `phase`.
Result<SignInAttempt> leave(device::Device& device, device::MailRole role, device::SignInId id,
                            SignInAttempt::Phase phase, const std::function<void()>& meanwhile = {}) {
  std::optional<SignInAttempt> now;
  const auto has_left = [&](const device::State& state) {
    for (const auto& attempt : device::mail_server(state, role)->attempts) {
      if (attempt.id == id && attempt.phase != phase) now = attempt;
    }
    return now.has_value();
  };
  if (!wait_until(device, has_left, meanwhile)) {
    return device::fail(FailureKind::communication, "the sign-in stands still");
  }
  if (now->failure) return std::unexpected(*now->failure);
  return *now;
}

/// Signs in over the wire; the operator's side stands in for the person at the cloud's pages.
Result<device::SignInId> sign_in(Machine& machine, device::MailRole role, const Scenario::SignIn& wanted) {
  const auto id = ask(machine.device(), device::command::BeginSignIn{wanted.service, role});
  if (!id) return id;
  const auto waiting = leave(machine.device(), role, *id, SignInAttempt::Phase::starting);
  if (!waiting) return std::unexpected(waiting.error());
  Result<void> approved;
  machine.loop().sync([&] { approved = machine.cloud().approve(waiting->user_code, wanted.account, true); });
  if (!approved) return std::unexpected(approved.error());
  const auto done = leave(machine.device(), role, *id, SignInAttempt::Phase::waiting_for_user,
                          [&] { machine.clock().advance(std::chrono::seconds(5)); });  // to the next poll
  if (!done) return std::unexpected(done.error());
  return *id;
}

/// What an administrator does on the pages of a mail server, OK included where it was pressed.
Result<void> set_up(Machine& machine, device::MailRole role, const Scenario::Mail& mail) {
  if (!device::mail_server(*machine.device().snapshot(), role)) {
    return device::fail(FailureKind::not_found, "the model has no " + std::string(device::name_of(role)));
  }
  std::optional<device::SignInId> attempt;
  if (mail.sign_in) {
    const auto id = sign_in(machine, role, *mail.sign_in);
    if (!id) return std::unexpected(id.error());
    attempt = *id;
  }
  if (mail.sign_in && !mail.sign_in->saved) return {};
  const auto password = mail.password.empty() ? std::nullopt : std::optional(mail.password);
  const auto stored = ask(machine.device(), device::command::StoreEmailServer{mail.settings, password, attempt, role});
  return stored ? Result<void>() : std::unexpected(stored.error());
}

}  // namespace

Result<void> play(Machine& machine, const Scenario& scenario) {
  auto& device = machine.device();
  for (const auto& [role, mail] : scenario.mail) {
    if (auto set = set_up(machine, role, mail); !set) return set;
  }
  if (!scenario.fax_domain.empty()) {
    if (const auto set = ask(device, device::command::SetFaxServer{true, scenario.fax_domain}); !set)
      return std::unexpected(set.error());
  }
  if (scenario.users) {
    if (auto played = play(machine, *scenario.users); !played) return played;
  }
  for (const auto& [place, name] : scenario.originals) {
    const auto file = machine.assets().find(name);
    if (!file) return device::fail(FailureKind::not_found, name);
    if (auto laid = machine.originals().lay(place, *file); !laid) return laid;
  }
  if (scenario.print_status_sheet) {
    if (const auto printed = ask(device, device::command::PrintStatusSheet{}); !printed)
      return std::unexpected(printed.error());
  }
  if (scenario.language) {
    if (const auto set = ask(device, device::command::SetSetting{"language", *scenario.language}); !set)
      return std::unexpected(set.error());
  }
  if (scenario.lock_setting) {
    if (const auto set = ask(device, device::command::SetLockSetting{*scenario.lock_setting}); !set)
      return std::unexpected(set.error());
  }
  if (scenario.conditions) {
    if (const auto set = ask(device, device::command::ChangeConditions{*scenario.conditions}); !set)
      return std::unexpected(set.error());
  }
  for (const auto& fault : scenario.faults) {
    if (!machine.set_fault(fault, true)) return device::fail(FailureKind::invalid_value, "no fault '" + fault + "'");
  }
  if (scenario.advance.count() > 0) machine.clock().advance(scenario.advance);
  machine.loop().sync([] {});
  return {};
}

}  // namespace paneltwin::panel
