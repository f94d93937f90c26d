// The parts of the machine, put together, and what each command does with them.
#pragma once

#include "device/accounts/administrator.hpp"
#include "device/accounts/own_sign_ins.hpp"
#include "device/accounts/user_log_in.hpp"
#include "device/accounts/users.hpp"
#include "device/condition/machine_conditions.hpp"
#include "device/contacts/contacts.hpp"
#include "device/core.hpp"
#include "device/email/mail_accounts.hpp"
#include "device/email/sign_ins.hpp"
#include "device/firmware/firmware_schedule.hpp"
#include "device/firmware/firmware_update.hpp"
#include "device/jobs/job_queue.hpp"
#include "device/maintenance/cleaning_schedule.hpp"
#include "device/network/wifi_pin.hpp"
#include "device/notification/notification_center.hpp"
#include "device/power.hpp"
#include "device/presets/presets.hpp"
#include "device/security/auditor.hpp"
#include "device/security/authorities.hpp"
#include "device/security/program_verifier.hpp"
#include "device/security/root_certificate_update.hpp"
#include "device/settings/settings_file.hpp"

namespace paneltwin::device {

/// What the store gives back at start, secrets and all.
struct Remembered {
  Label label;
  Product product;
  Settings settings;
  AdminSettings admin;
  std::vector<Certificate> authorities;
  std::string root_certificates;
  std::map<MailRole, KeptMailServer> mail_servers;
  FaxServer fax_server;
  NetworkSide mail_network{};
  Notifications notifications;
  std::vector<std::string> told;  // of lasting events
  std::string administrator_hash, wifi_password;
  Duration clock_error{0};
  std::string wifi_ssid;                      // empty: the wired LAN
  SettingValues kept_settings, kept_secrets;  // for the parts that read their own
  AuthenticationSettings authentication;
  std::string users_key;
  std::vector<UserRecord> users;
};
/// Reads the store, and makes at first start what the unit is to keep: serial, address, password. Failure:
/// store_failed.
Result<Remembered> remember(Store& store, const DeviceOptions& options, const SettingTable& settings);
/// That of the network expansion board, which comes with the unit: the last digit of `address` is another one.
std::string mac_address_of_board(std::string address);

/// Loop only, where nothing else is said.
class Device::Impl {
 public:
  static Result<std::shared_ptr<Impl>> open(Loop& loop, Ports ports, const Texts& texts, const Assets& assets,
                                            DeviceOptions options);

  Impl(Loop& loop, Ports ports, const Texts& texts, const Assets& assets, DeviceOptions options, Store store,
       SettingTable settings, Remembered remembered);

  void carry_out(Command command, Reply reply, Origin origin);
  /// As Device says.
  std::expected<void, FileError> read_settings();

  Core core;
  const Label label;  // any thread

 private:
  [[nodiscard]] Result<void> allowed(const Command& command, Origin origin) const;
  [[nodiscard]] bool is_locked(const Command& command) const;
  /// A change that was found good is kept and made.
  Result<void> enact(Result<Prepared> change);
  /// Acts on what the settings are from now on. Publishes.
  void take_up(Settings settings);
  /// What the settings are to become, and how the store knows them.
  [[nodiscard]] Prepared becomes(Settings to, SettingChanges kept);
  [[nodiscard]] Result<Prepared> prepare(const std::map<std::string, std::string>& values);
  Result<void> restore(const std::string& group);
  /// What people have entered into the machine: contacts, presets, the home screen, who is told of what.
  Result<void> clear_all_data(std::vector<Prepared>& whole);
  /// Publishes.
  void set_up_network();
  /// 0, or the E-code that a try to join ends with.
  [[nodiscard]] int try_wifi(const std::string& ssid, const std::string& password) const;
  Result<void> join_wifi(const std::string& ssid, const std::string& password);
  void look_at_the_air();
  [[nodiscard]] Prepared wired_lan();
  [[nodiscard]] Result<void> allowed_to_user(const Command& command, Origin origin) const;
  /// Access Control's word on a job that comes from a computer, of `user` (empty: nobody). Failures: print_not_allowed,
  /// print_user_unknown.
  [[nodiscard]] Result<void> allowed_to_print(const std::string& user) const;
  [[nodiscard]] Prepared lock(bool on);
  [[nodiscard]] Result<Prepared> contact(const std::string& name);
  Result<void> apply(const SettingsFile& file);
  Result<void> dismiss(std::int64_t notice);
  Result<void> restore_mail(bool networks, bool fax, std::vector<Prepared>& whole);
  Result<void> set_fax_server(const command::SetFaxServer& command);
  [[nodiscard]] Prepared fax_server(const command::SetFaxServer& to);
  Result<void> set_mail_network(NetworkSide side);
  [[nodiscard]] Prepared mail_network(NetworkSide side);
  void look_at_originals();
  /// Conditions that come and go from now on are told by mail.
  void watch_conditions();
  void look_at_memory_device();
  [[nodiscard]] Result<Prepared> home(const HomeSettings& to);
  Result<void> become(const command::ChangeModel& other);
  void fit_model(const Remembered& kept);

  // One for each command that there is.
  void on(const command::Touched& command, Reply reply);
  void on(const command::Sleep& command, Reply reply);
  void on(const command::PowerOff& command, Reply reply);
  void on(const command::PowerOn& command, Reply reply);
  void on(const command::SetSetting& command, Reply reply);
  void on(const command::SetSettings& command, Reply reply);
  void on(const command::RestoreDefaults& command, Reply reply);
  void on(const command::SetDateTime& command, Reply reply);
  void on(const command::CheckConnection& command, Reply reply);
  void on(const command::JoinWifi& command, Reply reply);
  void on(const command::JoinWifiByButton& command, Reply reply);
  void on(const command::JoinWifiByPin& command, Reply reply);
  void on(const command::StopWifiPin& command, Reply reply);
  void on(const command::EnterWifiPin& command, Reply reply);
  void on(const command::UseWiredLan& command, Reply reply);
  void on(const command::SetAir& command, Reply reply);
  void on(const command::SetLockSetting& command, Reply reply);
  void on(const command::SetContact& command, Reply reply);
  void on(const command::LogInAdministrator& command, Reply reply);
  void on(const command::LogOutAdministrator& command, Reply reply);
  void on(const command::CheckAdministrator& command, Reply reply);
  void on(const command::ChangeAdministratorPassword& command, Reply reply);
  void on(const command::ImportAuthority& command, Reply reply);
  void on(const command::RemoveAuthority& command, Reply reply);
  void on(const command::RecordEvent& command, Reply reply);
  void on(const command::ExportSettings& command, Reply reply);
  void on(const command::ImportSettings& command, Reply reply);
  void on(const command::LayCard& command, Reply reply);
  void on(const command::TakeCard& command, Reply reply);
  void on(const command::LogInUser& command, Reply reply);
  void on(const command::LogInUserByNumber& command, Reply reply);
  void on(const command::LogOutUser& command, Reply reply);
  void on(const command::ForgetCard& command, Reply reply);
  void on(const command::SetAuthentication& command, Reply reply);
  void on(const command::PutUser& command, Reply reply);
  void on(const command::RemoveUsers& command, Reply reply);
  void on(const command::ImportUsers& command, Reply reply);
  void on(const command::BeginOwnSignIn& command, Reply reply);
  void on(const command::AnswerOwnSignIn& command, Reply reply);
  void on(const command::EndOwnSignIn& command, Reply reply);
  void on(const command::ScanToMyEmail& command, Reply reply);
  void on(const command::ScanToMyFolder& command, Reply reply);
  void on(const command::BeginSignIn& command, Reply reply);
  void on(const command::CancelSignIn& command, Reply reply);
  void on(const command::StoreEmailServer& command, Reply reply);
  void on(const command::SignOut& command, Reply reply);
  void on(const command::TestEmailServer& command, Reply reply);
  void on(const command::SetFaxServer& command, Reply reply);
  void on(const command::SetMailNetwork& command, Reply reply);
  void on(const command::SetNotifications& command, Reply reply);
  void on(const command::LookForFirmware& command, Reply reply);
  void on(const command::UpdateRootCertificates& command, Reply reply);
  void on(const command::ShowServerCertificate& command, Reply reply);
  void on(const command::UpdateFirmware& command, Reply reply);
  void on(const command::UpdateFirmwareFrom& command, Reply reply);
  void on(const command::StartScan& command, Reply reply);
  void on(const command::StartFax& command, Reply reply);
  void on(const command::PrintStatusSheet& command, Reply reply);
  void on(const command::CancelJob& command, Reply reply);
  void on(const command::DismissNotice& command, Reply reply);
  void on(const command::OriginalsChanged& command, Reply reply);
  void on(const command::SetNetwork& command, Reply reply);
  void on(const command::SetAdditionalNetwork& command, Reply reply);
  void on(const command::SetLink& command, Reply reply);
  void on(const command::ChangeModel& command, Reply reply);
  void on(const command::ChangeConditions& command, Reply reply);
  void on(const command::SetPaper& command, Reply reply);
  void on(const command::StartCopy& command, Reply reply);
  void on(const command::PrintFromMemoryDevice& command, Reply reply);
  void on(const command::Maintain& command, Reply reply);
  void on(const command::SetHome& command, Reply reply);
  void on(const command::StoreContact& command, Reply reply);
  void on(const command::DeleteContacts& command, Reply reply);
  void on(const command::ImportContacts& command, Reply reply);
  void on(const command::StorePreset& command, Reply reply);
  void on(const command::DeletePreset& command, Reply reply);
  void on(const command::MemoryDeviceChanged& command, Reply reply);
  void on(const command::PrintFromComputer& command, Reply reply);
  void on(const command::SetInterrupt& command, Reply reply);
  void on(const command::AcceptProgram& command, Reply reply);

  Auditor auditor_;
  Authorities authorities_;
  RootCertificateUpdate roots_;
  ProgramVerifier verifier_;
  MachineConditions conditions_;
  std::vector<AccessPoint> air_;  // with their passwords
  std::string wifi_password_;     // of the access point that is in use
  WifiPinSetup pin_setup_;
  Network around_;  // what the cable leads to, and DHCP gives
  Contacts contacts_;
  Presets presets_;
  Power power_;
  Administrator administrator_;
  SignIns sign_ins_;
  Users users_;
  UserLogIn log_in_;
  OwnSignIns own_;
  FirmwareUpdate firmware_;
  FirmwareSchedule firmware_schedule_;
  MailAccounts mail_;
  JobQueue jobs_;
  CleaningSchedule cleaning_;
  NotificationCenter notifications_;
  std::shared_ptr<void> watching_conditions_;
};

}  // namespace paneltwin::device
