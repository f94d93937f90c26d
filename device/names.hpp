// Enumerations by name: for JSON, files that people edit, and the store.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "device/fax/fax_request.hpp"
#include "device/maintenance/maintenance.hpp"
#include "device/state.hpp"

namespace paneltwin::device {

/// The names of an enumeration's values, in their order.
template <class Enum>
inline constexpr std::array<std::string_view, 0> names{};

template <>
inline constexpr std::array<std::string_view, 3> names<MailRole>{"email", "fax_server", "additional_network"};
template <>
inline constexpr std::array<std::string_view, 4> names<EmailMethod>{"off", "smtp_auth", "pop_before_smtp", "oauth2"};
template <>
inline constexpr std::array<std::string_view, 2> names<EmailService>{"exchange_online", "outlook_com"};
template <>
inline constexpr std::array<std::string_view, 3> names<Security>{"none", "ssl_tls", "starttls"};
template <>
inline constexpr std::array<std::string_view, 2> names<SignInHealth>{"good", "expired"};
template <>
inline constexpr std::array<std::string_view, 4> names<SignInAttempt::Phase>{"starting", "waiting_for_user",
                                                                             "signed_in", "failed"};
template <>
inline constexpr std::array<std::string_view, 4> names<PowerState>{"on", "asleep", "off", "restarting"};
template <>
inline constexpr std::array<std::string_view, 2> names<NetworkSide>{"standard", "additional"};
template <>
inline constexpr std::array<std::string_view, 6> names<FirmwarePhase>{"idle",      "checking", "downloading",
                                                                      "verifying", "writing",  "restarting"};
template <>
inline constexpr std::array<std::string_view, 4> names<FaxResolution>{"standard", "fine", "super_fine", "ultra_fine"};
template <>
inline constexpr std::array<std::string_view, 12> names<JobType>{"scan_to_email",
                                                                 "status_sheet",
                                                                 "fax",
                                                                 "email_notification",
                                                                 "scan_to_my_email",
                                                                 "scan_to_my_folder",
                                                                 "copy",
                                                                 "scan_to_folder",
                                                                 "scan_to_memory_device",
                                                                 "print_from_memory_device",
                                                                 "maintenance",
                                                                 "print"};
template <>
inline constexpr std::array<std::string_view, 11> names<NotifyEvent>{"ink_low",
                                                                     "ink_out",
                                                                     "maintenance_box_low",
                                                                     "maintenance_box_full",
                                                                     "paper_out",
                                                                     "paper_jam",
                                                                     "cover_open",
                                                                     "printer_error",
                                                                     "scanner_error",
                                                                     "fax_error",
                                                                     "administrator_password_changed"};
template <>
inline constexpr std::array<std::string_view, 7> names<JobPhase>{"waiting", "scanning",   "sending", "printing",
                                                                 "paused",  "processing", "ended"};
template <>
inline constexpr std::array<std::string_view, 4> names<JobResult>{"none", "completed", "failed", "canceled"};
template <>
inline constexpr std::array<std::string_view, 5> names<FileFormat>{"pdf", "pdf_a", "jpeg", "tiff_single", "tiff_multi"};
template <>
inline constexpr std::array<std::string_view, 4> names<ColorMode>{"automatic", "color", "gray", "black_and_white"};
template <>
inline constexpr std::array<std::string_view, 2> names<OriginalPlace>{"glass", "feeder"};

template <>
inline constexpr std::array<std::string_view, supply_count> names<Supply>{"black", "yellow", "magenta", "cyan",
                                                                          "maintenance_box"};
template <>
inline constexpr std::array<std::string_view, paper_size_count> names<PaperSize>{"a4", "a3",     "a5",
                                                                                 "b5", "letter", "legal"};
template <>
inline constexpr std::array<std::string_view, 8> names<PaperType>{"plain", "recycled", "letterhead", "preprinted",
                                                                  "color", "thick",    "labels",     "envelope"};
template <>
inline constexpr std::array<std::string_view, print_function_count> names<PrintFunction>{"copy", "memory_device", "fax",
                                                                                         "computer", "other"};
template <>
inline constexpr std::array<std::string_view, scan_function_count> names<ScanFunction>{"copy", "email", "folder",
                                                                                       "memory_device", "fax"};
template <>
inline constexpr std::array<std::string_view, 22> names<AuditEvent>{"log_in",
                                                                    "log_out",
                                                                    "password_changed",
                                                                    "settings_changed",
                                                                    "defaults_restored",
                                                                    "email_server_changed",
                                                                    "signed_out",
                                                                    "settings_exported",
                                                                    "settings_imported",
                                                                    "certificate_changed",
                                                                    "authority_imported",
                                                                    "authority_removed",
                                                                    "log_exported",
                                                                    "users_changed",
                                                                    "users_removed",
                                                                    "users_imported",
                                                                    "contacts_changed",
                                                                    "contacts_imported",
                                                                    "firmware_updated",
                                                                    "root_certificates_updated",
                                                                    "program_altered",
                                                                    "program_accepted"};
template <>
inline constexpr std::array<std::string_view, 4> names<ProgramVerification::Phase>{"off", "verifying", "good",
                                                                                   "altered"};
template <>
inline constexpr std::array<std::string_view, 9> names<Right>{
    "copy", "scan", "my_email", "my_folder", "fax", "memory_device", "print", "settings", "administrator"};
template <>
inline constexpr std::array<std::string_view, 4> names<LogInMethod>{"card_or_user_id", "user_id", "id_number",
                                                                    "card_or_id_number"};
template <>
inline constexpr std::array<std::string_view, 5> names<OwnSignIn::Phase>{"opening", "page", "code", "signed_in",
                                                                         "failed"};
template <>
inline constexpr std::array<std::string_view, 9> names<IdentityPage::Kind>{
    "account", "password",        "register_factor", "one_time_code", "approve_request",
    "consent", "approval_needed", "blocked",         "trouble"};

template <>
inline constexpr std::array<std::string_view, 2> names<FolderMode>{"smb", "ftp"};
template <>
inline constexpr std::array<std::string_view, 3> names<ContactType>{"email", "folder", "fax"};
template <>
inline constexpr std::array<std::string_view, 3> names<ScanDestination>{"email", "folder", "memory_device"};
template <>
inline constexpr std::array<std::string_view, 3> names<OriginalType>{"text", "text_and_image", "photo"};
template <>
inline constexpr std::array<std::string_view, 3> names<Compression>{"low", "standard", "high"};
template <>
inline constexpr std::array<std::string_view, 4> names<CopySides>{"one_to_one", "one_to_two", "two_to_two",
                                                                  "two_to_one"};
template <>
inline constexpr std::array<std::string_view, 2> names<CopyLayout>{"single", "two_up"};
template <>
inline constexpr std::array<std::string_view, 3> names<MaintenanceAction>{"nozzle_check", "head_cleaning",
                                                                          "head_alignment"};

template <class Enum>
constexpr std::string_view name_of(Enum value) {
  return names<Enum>[static_cast<std::size_t>(value)];
}

/// Nothing when no value has this name.
template <class Enum>
constexpr std::optional<Enum> named(std::string_view name) {
  for (std::size_t i = 0; i < names<Enum>.size(); ++i) {
    if (names<Enum>[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace paneltwin::device
