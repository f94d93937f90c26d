// What the commands about users do, and which right each command at the panel needs.
#include "device/impl.hpp"

namespace paneltwin::device {

namespace {

Result<std::int64_t> as_answer(const Result<void>& result) {
  return result ? Result<std::int64_t>(0) : std::unexpected(result.error());
}

/// What a user must be allowed to do; nothing: anybody may.
std::optional<Right> right_for(const Command& command) {
  const auto is = [&]<class... Commands>(std::type_identity<Commands>...) {
    return (std::holds_alternative<Commands>(command) || ...);
  };
  using std::type_identity;
  if (const auto* start = std::get_if<command::StartScan>(&command)) {
    return start->scan.destination == ScanDestination::memory_device ? Right::memory_device : Right::scan;
  }
  if (const auto* interrupt = std::get_if<command::SetInterrupt>(&command); interrupt && !interrupt->on) {
    return std::nullopt;  // what stands still may be anybody's
  }
  if (is(type_identity<command::StartCopy>(), type_identity<command::SetInterrupt>())) return Right::copy;
  if (is(type_identity<command::PrintFromMemoryDevice>())) return Right::memory_device;
  if (is(type_identity<command::ScanToMyEmail>(), type_identity<command::BeginOwnSignIn>())) return Right::my_email;
  if (is(type_identity<command::StartFax>())) return Right::fax;
  if (is(type_identity<command::ScanToMyFolder>())) return Right::my_folder;
  if (is(type_identity<command::SetSetting>(), type_identity<command::SetSettings>(),
         type_identity<command::RestoreDefaults>(), type_identity<command::SetDateTime>(),
         type_identity<command::JoinWifi>(), type_identity<command::JoinWifiByButton>(),
         type_identity<command::JoinWifiByPin>(), type_identity<command::StopWifiPin>(),
         type_identity<command::UseWiredLan>(), type_identity<command::SetHome>(),
         type_identity<command::SetLockSetting>(), type_identity<command::SetAuthentication>(),
         type_identity<command::SetContact>(), type_identity<command::ChangeAdministratorPassword>(),
         type_identity<command::StoreEmailServer>(), type_identity<command::TestEmailServer>(),
         type_identity<command::PrintStatusSheet>())) {
    return Right::settings;
  }
  return std::nullopt;
}

/// What only Web Config and the operator do.
bool is_for_the_register(const Command& command) {
  return std::holds_alternative<command::SetAuthentication>(command) ||
         std::holds_alternative<command::PutUser>(command) || std::holds_alternative<command::RemoveUsers>(command) ||
         std::holds_alternative<command::ImportUsers>(command);
}

}  // namespace

Result<void> Device::Impl::allowed_to_user(const Command& command, Origin origin) const {
  const auto& state = core.state;
  if (is_for_the_register(command)) {
    const bool switches = std::holds_alternative<command::SetAuthentication>(command);  // Access Control on the panel
    if (origin == Origin::panel && !switches) return fail(FailureKind::not_allowed, "Web Config only");
    if (!state.product.has(user_function)) return fail(FailureKind::not_allowed, "this model has no users");
  }
  if (origin != Origin::panel || !state.users.settings.on || state.admin.panel_logged_in) return {};
  const auto right = right_for(command);
  if (!right) return {};
  const auto& user = state.users.user;
  if (user && user->may(*right)) return {};
  return fail(FailureKind::not_allowed, user ? "no right" : "nobody is logged in");
}

Result<void> Device::Impl::allowed_to_print(const std::string& user) const {
  const auto& access = core.state.users.settings;
  if (!access.on) return {};
  const auto* known = user.empty() ? nullptr : users_.with_id(user);
  if (!known) return access.accept_unknown_jobs ? Result<void>() : fail(FailureKind::print_user_unknown, user);
  return known->rights.has(Right::print) ? Result<void>() : fail(FailureKind::print_not_allowed, known->id);
}

void Device::Impl::on(const command::LayCard& command, Reply reply) {
  power_.touched();
  reply(as_answer(log_in_.lay_card(command.card)));
}

void Device::Impl::on(const command::TakeCard&, Reply reply) {
  log_in_.take_card();
  reply(0);
}

void Device::Impl::on(const command::LogInUser& command, Reply reply) { log_in_.log_in(command, std::move(reply)); }

void Device::Impl::on(const command::LogInUserByNumber& command, Reply reply) {
  reply(as_answer(log_in_.log_in(command)));
}

void Device::Impl::on(const command::LogOutUser&, Reply reply) {
  log_in_.log_out();
  reply(0);
}

void Device::Impl::on(const command::ForgetCard&, Reply reply) {
  log_in_.forget_card();
  reply(0);
}

void Device::Impl::on(const command::SetAuthentication& command, Reply reply) {
  reply(as_answer(enact(log_in_.prepare(command.settings))));
}

void Device::Impl::on(const command::PutUser& command, Reply reply) { users_.put(command.change, std::move(reply)); }

void Device::Impl::on(const command::RemoveUsers& command, Reply reply) {
  reply(as_answer(users_.remove(command.numbers)));
}

void Device::Impl::on(const command::ImportUsers& command, Reply reply) {
  reply(as_answer(users_.import(command.rows)));
}

void Device::Impl::on(const command::BeginOwnSignIn&, Reply reply) { reply(as_answer(own_.begin())); }

void Device::Impl::on(const command::AnswerOwnSignIn& command, Reply reply) {
  reply(as_answer(own_.answer(command.answer)));
}

void Device::Impl::on(const command::EndOwnSignIn&, Reply reply) {
  own_.end();
  reply(0);
}

void Device::Impl::on(const command::ScanToMyEmail& command, Reply reply) {
  const auto& users = core.state.users;
  if (!users.user) return reply(fail(FailureKind::not_allowed, "nobody is logged in"));
  reply(jobs_.scan_to_my_email(command.scan, *users.user,
                               users.settings.sender_is_user ? users.user->number : MailAccount::machine));
}

void Device::Impl::on(const command::ScanToMyFolder& command, Reply reply) {
  const auto& users = core.state.users;
  if (!users.user) return reply(fail(FailureKind::not_allowed, "nobody is logged in"));
  reply(jobs_.scan_to_my_folder(command.scan, *users.user));
}

}  // namespace paneltwin::device
