// What each command does, and who may give it.
#include "device/answer.hpp"
#include "device/email/mail_servers.hpp"
#include "device/impl.hpp"
#include "device/settings/limits.hpp"
#include "device/store/kept_values.hpp"

namespace paneltwin::device {

namespace {

template <class... Commands>
bool is_one_of(const Command& command) {
  return (std::holds_alternative<Commands>(command) || ...);
}

/// Comes from outside, so that it reaches a machine that is off too.
bool is_of_the_world(const Command& command) {
  return is_one_of<command::OriginalsChanged, command::MemoryDeviceChanged, command::SetNetwork, command::SetAir,
                   command::SetAdditionalNetwork, command::SetLink, command::ChangeConditions, command::ChangeModel,
                   command::ShowServerCertificate>(command);
}

/// The target items of Lock Setting (panel facts 1.5), single settings apart.
bool is_always_locked(const Command& command) {
  return is_one_of<command::RestoreDefaults, command::SetDateTime, command::JoinWifi, command::JoinWifiByButton,
                   command::JoinWifiByPin, command::StopWifiPin, command::UseWiredLan, command::ImportSettings,
                   command::ExportSettings, command::ImportAuthority, command::RemoveAuthority, command::SetLockSetting,
                   command::SetContact, command::SetHome, command::BeginSignIn, command::StoreEmailServer,
                   command::SignOut, command::TestEmailServer, command::PrintStatusSheet, command::SetAuthentication,
                   command::SetFaxServer, command::SetMailNetwork, command::SetNotifications, command::LookForFirmware,
                   command::UpdateFirmware, command::UpdateFirmwareFrom, command::UpdateRootCertificates>(command);
}

/// The machine writes its firmware, and does nothing else meanwhile.
bool is_held_up_by_update(const Command& command) {
  return is_one_of<command::StartScan, command::StartFax, command::PrintStatusSheet, command::StartCopy,
                   command::PrintFromMemoryDevice, command::Maintain, command::PrintFromComputer, command::PowerOff>(
      command);
}

}  // namespace

bool Device::Impl::is_locked(const Command& command) const {
  const auto locks = [&](std::string_view id) {
    const auto* setting = core.settings.find(id);
    return !setting || (setting->locked && !core.state.settings.is_on(setting->unlocked_by));
  };
  if (const auto* one = std::get_if<command::SetSetting>(&command)) return locks(one->id);
  if (const auto* some = std::get_if<command::SetSettings>(&command)) {
    return std::ranges::any_of(some->values, [&](const auto& entry) { return locks(entry.first); });
  }
  if (is_one_of<command::StoreContact, command::DeleteContacts, command::ImportContacts>(command)) {
    return !core.state.settings.is_on("access-to-contacts");
  }
  return is_always_locked(command);
}

Result<void> Device::Impl::allowed(const Command& command, Origin origin) const {
  const auto& admin = core.state.admin;
  const bool dark = core.state.power == PowerState::off || core.state.power == PowerState::restarting;
  const bool switches_on = core.state.power == PowerState::off && is_one_of<command::PowerOn>(command);
  if (dark && !is_of_the_world(command) && !switches_on) {
    return fail(FailureKind::not_allowed, "the machine is off");
  }
  if (firmware_.is_under_way() && is_held_up_by_update(command)) return fail(FailureKind::busy, "firmware update");
  if (origin == Origin::panel && admin.lock_setting && !admin.panel_logged_in && !core.state.users.administers() &&
      is_locked(command)) {
    return fail(FailureKind::not_allowed, "locked");
  }
  return allowed_to_user(command, origin);
}

void Device::Impl::carry_out(Command command, Reply reply, Origin origin) {
  if (auto entry = audited(command, origin, core.state)) {
    reply = auditor_.recording(std::move(*entry), std::move(reply));
  }
  if (auto good = allowed(command, origin); !good) return answer(reply, good);
  std::visit([&](const auto& one) { on(one, std::move(reply)); }, command);
}

void Device::Impl::on(const command::Touched&, Reply reply) {
  power_.touched();
  log_in_.touched();
  reply(0);
}

void Device::Impl::on(const command::Sleep&, Reply reply) {
  power_.sleep();
  reply(0);
}

void Device::Impl::on(const command::PowerOff&, Reply reply) {
  const auto off = power_.off();
  if (off) sign_ins_.forget_all();
  answer(reply, off);
}

void Device::Impl::on(const command::PowerOn&, Reply reply) {
  power_.on();
  reply(0);
}

void Device::Impl::on(const command::SetLockSetting& command, Reply reply) {
  answer(reply, core.enact(lock(command.on)));
}

Prepared Device::Impl::lock(bool on) {
  return {.settings = {{"admin.lock_setting", on ? "1" : "0"}}, .apply = [this, on] {
            core.state.admin.lock_setting = on;
            core.publish();
          }};
}

void Device::Impl::on(const command::SetContact& command, Reply reply) { answer(reply, enact(contact(command.name))); }

Result<Prepared> Device::Impl::contact(const std::string& name) {
  if (auto good = check_contact(name); !good) return std::unexpected(good.error());
  return Prepared{.settings = {{"admin.contact_name", name}}, .apply = [this, name] {
                    core.state.admin.contact_name = name;
                    core.publish();
                  }};
}

void Device::Impl::on(const command::LogInAdministrator& command, Reply reply) {
  administrator_.log_in(command, std::move(reply));
}

void Device::Impl::on(const command::LogOutAdministrator&, Reply reply) {
  administrator_.log_out();
  reply(0);
}

void Device::Impl::on(const command::CheckAdministrator& command, Reply reply) {
  administrator_.check(command, std::move(reply));
}

void Device::Impl::on(const command::ChangeAdministratorPassword& command, Reply reply) {
  auto change = command;
  if (change.to_initial) {
    change.next = label.administrator_password;
    change.user_name = "";
  }
  administrator_.change_password(change, [this, reply = std::move(reply)](Result<std::int64_t> result) mutable {
    if (result) notifications_.happened(NotifyEvent::administrator_password_changed);
    reply(std::move(result));
  });
}

void Device::Impl::on(const command::BeginSignIn& command, Reply reply) {
  if (!offers_oauth2(core.state, command.role)) return reply(fail(FailureKind::not_found));
  reply(sign_ins_.begin(command.role, command.service));
}

void Device::Impl::on(const command::CancelSignIn& command, Reply reply) {
  answer(reply, sign_ins_.cancel(command.id) ? Result<void>() : fail(FailureKind::not_found));
}

void Device::Impl::on(const command::StoreEmailServer& command, Reply reply) {
  auto* server = mail_.find(command.role);
  answer(reply, server ? server->settings.store(command) : fail(FailureKind::not_found));
}

void Device::Impl::on(const command::SignOut& command, Reply reply) {
  auto* server = mail_.find(command.role);
  answer(reply, server ? server->settings.sign_out() : fail(FailureKind::not_found));
}

void Device::Impl::on(const command::TestEmailServer& command, Reply reply) {
  auto* server = mail_.find(command.role);
  if (!server) return reply(fail(FailureKind::not_found));
  server->account.test(std::move(reply));
}

void Device::Impl::on(const command::ShowServerCertificate& command, Reply reply) {
  core.state.brought_certificate = command.brought;
  core.publish();
  reply(0);
}

void Device::Impl::on(const command::UpdateRootCertificates&, Reply reply) { answer(reply, roots_.begin()); }

void Device::Impl::on(const command::LookForFirmware&, Reply reply) { answer(reply, firmware_.look()); }

void Device::Impl::on(const command::UpdateFirmware&, Reply reply) { answer(reply, firmware_.update()); }

void Device::Impl::on(const command::UpdateFirmwareFrom& command, Reply reply) {
  answer(reply, firmware_.update_from(command.content));
}

void Device::Impl::on(const command::StartFax& command, Reply reply) { reply(jobs_.start_fax(command.fax)); }

void Device::Impl::on(const command::StartScan& command, Reply reply) { reply(jobs_.start_scan(command.scan)); }

void Device::Impl::on(const command::PrintStatusSheet& command, Reply reply) {
  reply(jobs_.print_status_sheet(command.sheet));
}

void Device::Impl::on(const command::CancelJob& command, Reply reply) {
  jobs_.cancel(command.receipt, std::move(reply));
}

void Device::Impl::on(const command::DismissNotice& command, Reply reply) { answer(reply, dismiss(command.id)); }

Result<void> Device::Impl::dismiss(std::int64_t notice) {
  const auto gone = std::erase_if(core.state.notices, [&](const Notice& shown) { return shown.id == notice; });
  if (gone == 0) return fail(FailureKind::not_found);
  core.publish();
  return {};
}

void Device::Impl::on(const command::OriginalsChanged&, Reply reply) {
  const bool feeder_was_empty = !core.state.feeder;
  look_at_originals();
  core.publish();
  if (feeder_was_empty && core.state.feeder) power_.touched();  // a document in the feeder wakes the machine
  reply(0);
}

void Device::Impl::look_at_originals() {
  core.state.glass = core.ports.originals.at(OriginalPlace::glass);
  core.state.feeder = core.ports.originals.at(OriginalPlace::feeder);
}

void Device::Impl::on(const command::SetNetwork& command, Reply reply) {
  around_ = command.network;
  set_up_network();
  reply(0);
}

void Device::Impl::on(const command::ChangeConditions& command, Reply reply) {
  answer(reply, conditions_.change(command.change));
}

void Device::Impl::on(const command::SetPaper& command, Reply reply) {
  answer(reply, conditions_.set_paper(command.source, command.size, command.type));
}

void Device::Impl::on(const command::SetLink& command, Reply reply) {
  around_.link = command.up;
  set_up_network();
  reply(0);
}

}  // namespace paneltwin::device
