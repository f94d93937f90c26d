// What anyone may ask of the machine. Device alone carries it out, on its strand.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "device/condition/condition_change.hpp"
#include "device/contacts/contact.hpp"
#include "device/copy/copy_request.hpp"
#include "device/email/email_server.hpp"
#include "device/fax/fax_request.hpp"
#include "device/home/home_settings.hpp"
#include "device/jobs/scan_request.hpp"
#include "device/maintenance/maintenance.hpp"
#include "device/memory/memory_print.hpp"
#include "device/presets/preset.hpp"
#include "device/print/computer_print.hpp"
#include "device/settings/settings.hpp"
#include "device/state.hpp"

namespace paneltwin::device::command {

// Power and attention. Touched{} is what every tap says: it wakes the machine and restarts the sleep and time-out
// timers.
struct Touched {};
struct Sleep {};
struct PowerOff {};
struct PowerOn {};

// Settings.
/// One of those that assets/settings/ declares. invalid_value, `detail` names the setting: not declared, or may not be
/// so.
struct SetSetting {
  std::string id, value;
};
/// Several at once: all or none.
struct SetSettings {
  std::map<std::string, std::string> values;
};
/// Restore Default Settings: "network", "copy", "scan" … (the groups of assets/settings/), or "all". Network takes the
/// e-mail server with it. invalid_value: no such group.
struct RestoreDefaults {
  std::string group;
};
/// Date/Time, as people at the machine read it: what the machine takes the time for from now on.
struct SetDateTime {
  Instant local;
};
/// Network Settings > Connection Check: answered when it has ended; the state has what it found. busy while one runs.
struct CheckConnection {};
/// Wi-Fi Setup. Answered when it has been tried; then it is in use instead of the wired LAN. wrong_password,
/// communication: the state's wifi.error has the E-code.
struct JoinWifi {
  std::string ssid, password;
};
/// Push Button Setup (WPS): the access point whose button is pressed. Failures: as of JoinWifi.
struct JoinWifiByButton {};
/// PIN Code Setup (WPS): the state shows a PIN for two minutes, to be entered at the access point. Answered when it is
/// over. Failures: wps_time_out, wps_pin_wrong, canceled, busy, and as of JoinWifi.
struct JoinWifiByPin {};
/// Waits for the PIN no longer.
struct StopWifiPin {};
/// The operator enters a PIN at an access point. Failures: invalid_value ("pin": its check digit is wrong), not_found
/// (no such access point, or no machine that waits), wrong_password (another PIN than the machine's).
struct EnterWifiPin {
  std::string ssid, pin;
};
/// Wired LAN Setup: forgets the access point.
struct UseWiredLan {};
struct SetLockSetting {
  bool on;
};
struct SetContact {
  std::string name;
};

// The administrator at the panel. wrong_password; try_again_later after too many (the wait doubles, on the clock).
struct LogInAdministrator {
  std::string password;
};
struct LogOutAdministrator {};
/// Checks without logging in at the panel: Web Config's log-in. Same failures; the delay is per `peer`.
struct CheckAdministrator {
  std::string user_name, password, peer;
};
/// `user_name` nothing: as it was. The new password must meet the policy.
struct ChangeAdministratorPassword {
  std::string current, next;
  std::optional<std::string> user_name;
  bool to_initial = false;  // Restore Default Settings: the label's password instead, and no user name
};

// Security. A certificate to trust beside the machine's own roots: invalid_value ("certificate", "authority"),
// memory_full after ten.
struct ImportAuthority {
  std::string content;  // PEM or DER
};
struct RemoveAuthority {
  std::string fingerprint;
};
/// Program Verification: the program as it is now is the one to be verified from here on. Failure: not_allowed to who
/// is no administrator; not_found while it is as it was recorded.
struct AcceptProgram {};
/// Root Certificate Update, from the maker. Answers at once; follow it in the state. Failures: busy, not_found.
struct UpdateRootCertificates {};
/// Which certificate Web Config is served under, as whoever serves it says.
struct ShowServerCertificate {
  bool brought;
};
/// What Web Config does by itself, for the audit log.
struct RecordEvent {
  AuditEvent event;
  std::string detail, peer;
};
/// Writes all settings as one file into `out` before it answers. Secrets go with it only under a `password`.
struct ExportSettings {
  std::string password;
  std::shared_ptr<std::string> out;
};
/// All or nothing. invalid_value, `detail` is the line's number and what stands there; wrong_password for its secrets.
struct ImportSettings {
  std::string content, password;
};

// Users (models with "epa-serverless"). A card is laid and taken by the operator; laying the card of whoever is logged
// in logs out. Failures: card_unknown (unless it may be registered), card_unreadable, not_allowed without user
// authentication.
struct LayCard {
  std::string card;
};
struct TakeCard {};
/// Also registers the card that waits for it. Failures: wrong_user; try_again_later after too many.
struct LogInUser {
  std::string id, password;
};
struct LogInUserByNumber {
  std::string id_number;
};
struct LogOutUser {};
/// The unknown card is not to be registered.
struct ForgetCard {};
struct SetAuthentication {
  AuthenticationSettings settings;
};
struct PutUser {
  UserChange change;
};
struct RemoveUsers {
  std::vector<UserNumber> numbers;
};
struct ImportUsers {
  std::vector<UserRow> rows;
};
// The own sign-in of whoever is logged in, followed in the state's users.sign_in; its tokens are durable once it is
// signed_in.
struct BeginOwnSignIn {};
struct AnswerOwnSignIn {
  PageAnswer answer;
};
struct EndOwnSignIn {};

// Mail servers. BeginSignIn answers the attempt's SignInId at once; follow it in the attempts of the role's server.
// not_found where the model has no such server.
struct BeginSignIn {
  EmailService service;
  MailRole role = MailRole::email;
};
struct CancelSignIn {
  SignInId id;
};
/// OK on the Web Config page. `password` nothing: as it was. `sign_in`: the attempt (signed_in) whose tokens are to be
/// stored; nothing keeps the stored sign-in when method and service stay, and forgets it when they change. Answered
/// once durable.
struct StoreEmailServer {
  EmailServerSettings settings;
  std::optional<std::string> password;
  std::optional<SignInId> sign_in;
  MailRole role = MailRole::email;
};
/// Forgets the stored sign-in (Web Config, "Sign out" and OK).
struct SignOut {
  MailRole role = MailRole::email;
};
/// Web Config's Connection Test with what is stored.
struct TestEmailServer {
  MailRole role = MailRole::email;
};

/// Paper Setting of one source. Failure: not_found.
struct SetPaper {
  std::string source;
  PaperSize size{};
  PaperType type{};
};

/// Fax > Fax Server > Basic. not_found where the model has none; invalid_value: domain.
struct SetFaxServer {
  bool use;
  std::string domain;
};
/// On which network mail goes out. not_found without the expansion board.
struct SetMailNetwork {
  NetworkSide side;
};

/// Device Management > Email Notification. invalid_value: "address-1", "language-1" and so on.
struct SetNotifications {
  Notifications notifications;
};

// Firmware. Each answers at once; follow it in the snapshot's `firmware`. Failures: busy while there is a job or an
// update; not_found without a way to the maker.
struct LookForFirmware {};
struct UpdateFirmware {};
/// A file that somebody brings. Failures also: firmware_file, firmware_other_model, firmware_not_newer.
struct UpdateFirmwareFrom {
  std::string content;
};

// Jobs. StartScan, StartFax and PrintStatusSheet answer the receipt number once the job is in the store.
struct StartScan {
  ScanRequest scan;
};
/// To whoever is logged in, whose address is put in as the recipient; failure: not_allowed, invalid_value (no address).
struct ScanToMyEmail {
  ScanRequest scan;
};
/// Into the folder of whoever is logged in.
struct ScanToMyFolder {
  ScanRequest scan;
};
struct StartFax {
  FaxRequest fax;
};
/// `sheet`: a file of assets/sheets/ (invalid_value when there is none).
struct PrintStatusSheet {
  std::string sheet = "status-sheet";
};
struct StartCopy {
  CopyRequest copy;
};
struct PrintFromMemoryDevice {
  MemoryPrintRequest print;
};
/// What came in on the port for printing. Answered once the job would survive a power failure; one that Access Control
/// refuses, or that the wire made nothing of, is in the job log with what it failed for. Failure: store_failed.
struct PrintFromComputer {
  ComputerPrint print;
};
/// Interrupt: what prints stands still after its sheet, and copies go first; off: it goes on after them. Failure:
/// not_found, when nothing prints that can be interrupted.
struct SetInterrupt {
  bool on;
};
struct Maintain {
  MaintenanceAction action{};
};
/// Edit Home and Wallpaper.
struct SetHome {
  HomeSettings home;
};
/// Answers the contact's registry number. `password` of a folder: nothing leaves it as it was.
struct StoreContact {
  Contact contact;
  std::optional<std::string> password;
};
/// All or none. Groups lose them as members; a group that is empty then goes too.
struct DeleteContacts {
  std::vector<int> numbers;
};
/// Keeps what is good in `rows`, all at once; which were not, is in the state's `contact_import`.
struct ImportContacts {
  std::vector<ContactRow> rows;
};
/// Answers the preset's number.
struct StorePreset {
  Preset preset;
};
struct DeletePreset {
  int number;
};
struct CancelJob {
  ReceiptNumber receipt;
};
struct DismissNotice {
  std::int64_t id;
};

// The world around the machine, told by the operator's side.
struct OriginalsChanged {};
struct MemoryDeviceChanged {};
struct SetNetwork {
  Network network;
};
struct SetAdditionalNetwork {
  Network network;
};
/// The access points around.
struct SetAir {
  std::vector<AccessPoint> access_points;
};
struct SetLink {
  bool up;
};
/// Another model in this one's place: serial number, MAC address and store stay, and of `product` the rest counts.
/// Failure: busy, while there is a job or a firmware update.
struct ChangeModel {
  Product product;
  std::string root_certificates;  // that it comes with
};
/// Failure: invalid_value, for a paper source that the model lacks.
struct ChangeConditions {
  ConditionChange change;
};

}  // namespace paneltwin::device::command

namespace paneltwin::device {

using Command = std::variant<
    command::Touched, command::Sleep, command::PowerOff, command::PowerOn, command::SetSetting, command::SetSettings,
    command::RestoreDefaults, command::SetDateTime, command::CheckConnection, command::JoinWifi,
    command::JoinWifiByButton, command::JoinWifiByPin, command::StopWifiPin, command::EnterWifiPin,
    command::UseWiredLan, command::SetAir, command::SetLockSetting, command::SetContact, command::LogInAdministrator,
    command::LogOutAdministrator, command::CheckAdministrator, command::ChangeAdministratorPassword,
    command::ImportAuthority, command::RemoveAuthority, command::RecordEvent, command::ExportSettings, command::LayCard,
    command::TakeCard, command::LogInUser, command::LogInUserByNumber, command::LogOutUser, command::ForgetCard,
    command::SetAuthentication, command::PutUser, command::RemoveUsers, command::ImportUsers, command::BeginOwnSignIn,
    command::AnswerOwnSignIn, command::EndOwnSignIn, command::ScanToMyEmail, command::ScanToMyFolder,
    command::ImportSettings, command::BeginSignIn, command::CancelSignIn, command::StoreEmailServer, command::SignOut,
    command::TestEmailServer, command::StartScan, command::PrintStatusSheet, command::CancelJob, command::DismissNotice,
    command::OriginalsChanged, command::SetNetwork, command::SetLink, command::ChangeConditions, command::SetPaper,
    command::SetFaxServer, command::SetMailNetwork, command::SetNotifications, command::LookForFirmware,
    command::UpdateRootCertificates, command::ShowServerCertificate, command::UpdateFirmware,
    command::UpdateFirmwareFrom, command::StartFax, command::SetAdditionalNetwork, command::StartCopy,
    command::PrintFromMemoryDevice, command::Maintain, command::SetHome, command::StoreContact, command::DeleteContacts,
    command::ImportContacts, command::StorePreset, command::DeletePreset, command::MemoryDeviceChanged,
    command::ChangeModel, command::PrintFromComputer, command::SetInterrupt, command::AcceptProgram>;

/// Who asks. With Lock Setting on and no administrator logged in at the panel, what it locks (settings, sign-in, status
/// sheet) answers not_allowed to the panel; Web Config has its own log-in, and the world around is not a user.
enum class Origin { panel, web, world };

/// Called once, on the loop, when the command is done and (where it changes what is kept) durable.
/// The number is a SignInId or ReceiptNumber where the command makes one, else 0.
using Reply = std::move_only_function<void(Result<std::int64_t>)>;

}  // namespace paneltwin::device
