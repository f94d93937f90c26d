// The one place where a failure becomes a code and words for people. Codes are those of the machine's status menu.
#include <algorithm>
#include <array>

#include "device/failure.hpp"

namespace paneltwin::device {

namespace {

using enum FailureKind;

// kind, name, code, problem, remedy, notice on the panel, words of the connection test
constexpr std::array rows{
    FailureWords{not_signed_in, "not_signed_in", 360, "job.error.360.problem", "job.error.360.remedy",
                 "notice.not_signed_in", "notice.not_signed_in"},
    FailureWords{sign_in_expired, "sign_in_expired", 361, "job.error.361.problem", "job.error.361.remedy",
                 "notice.sign_in_expired", "notice.sign_in_expired"},
    FailureWords{user_sign_in_needed, "user_sign_in_needed", 370, "job.error.370.problem", "job.error.370.remedy",
                 "notice.user_sign_in_needed", ""},
    FailureWords{sign_in_declined, "sign_in_declined", 0, "failure.sign_in_declined.problem", "failure.sign_in.remedy",
                 "", ""},
    FailureWords{sign_in_code_expired, "sign_in_code_expired", 0, "failure.sign_in_code_expired.problem",
                 "failure.sign_in.remedy", "", ""},
    FailureWords{sign_in_blocked, "sign_in_blocked", 312, "failure.sign_in_blocked.problem",
                 "failure.sign_in_blocked.remedy", "", "failure.sign_in_blocked.problem"},
    FailureWords{provider_misconfigured, "provider_misconfigured", 312, "failure.provider_misconfigured.problem",
                 "failure.provider_misconfigured.remedy", "", "failure.provider_misconfigured.problem"},
    FailureWords{email_server_off, "email_server_off", 0, "failure.email_server_off.problem",
                 "failure.email_server_off.remedy", "notice.email_server_off", "failure.email_server_off.problem"},
    FailureWords{fax_server_off, "fax_server_off", 0, "failure.fax_server_off.problem", "failure.fax_server_off.remedy",
                 "notice.fax_server_off", "failure.fax_server_off.problem"},
    FailureWords{dns, "dns", 311, "job.error.311.problem", "job.error.311.remedy", "", "email.test.dns"},
    FailureWords{communication, "communication", 313, "job.error.313.problem", "job.error.313.remedy", "",
                 "email.test.communication"},
    FailureWords{tls_untrusted_date, "tls_untrusted_date", 313, "job.error.313.problem", "job.error.313.remedy", "",
                 "email.test.tls_untrusted_date"},
    FailureWords{tls_untrusted_ca, "tls_untrusted_ca", 313, "job.error.313.problem", "job.error.313.remedy", "",
                 "email.test.tls_untrusted_ca"},
    FailureWords{tls_not_secured, "tls_not_secured", 313, "job.error.313.problem", "job.error.313.remedy", "",
                 "email.test.tls_not_secured"},
    FailureWords{starttls_missing, "starttls_missing", 313, "job.error.313.problem", "job.error.313.remedy", "",
                 "email.test.starttls_missing"},
    FailureWords{starttls_required, "starttls_required", 313, "job.error.313.problem", "job.error.313.remedy", "",
                 "email.test.starttls_required"},
    FailureWords{ssl_tls_required, "ssl_tls_required", 313, "job.error.313.problem", "job.error.313.remedy", "",
                 "email.test.ssl_tls_required"},
    FailureWords{unsupported_protocol, "unsupported_protocol", 313, "job.error.313.problem", "job.error.313.remedy", "",
                 "email.test.unsupported_protocol"},
    FailureWords{authentication, "authentication", 312, "job.error.312.problem", "job.error.312.remedy", "",
                 "email.test.authentication"},
    FailureWords{authentication_method, "authentication_method", 312, "job.error.312.problem", "job.error.312.remedy",
                 "", "email.test.authentication_method"},
    FailureWords{smtp_auth_wanted, "smtp_auth_wanted", 312, "job.error.312.problem", "job.error.312.remedy", "",
                 "email.test.smtp_auth_wanted"},
    FailureWords{smtp_auth_missing, "smtp_auth_missing", 312, "job.error.312.problem", "job.error.312.remedy", "",
                 "email.test.smtp_auth_missing"},
    FailureWords{pop3_dns, "pop3_dns", 311, "job.error.311.problem", "job.error.311.remedy", "", "email.test.pop3_dns"},
    FailureWords{pop3_communication, "pop3_communication", 313, "job.error.313.problem", "job.error.313.remedy", "",
                 "email.test.pop3_communication"},
    FailureWords{pop3_authentication, "pop3_authentication", 312, "job.error.312.problem", "job.error.312.remedy", "",
                 "email.test.pop3_authentication"},
    FailureWords{sender_refused, "sender_refused", 312, "job.error.312.problem", "job.error.312.remedy", "",
                 "email.test.sender_refused"},
    FailureWords{recipient_refused, "recipient_refused", 313, "failure.recipient_refused.problem",
                 "failure.recipient_refused.remedy", "", ""},
    FailureWords{temporary, "temporary", 313, "job.error.313.problem", "job.error.313.remedy", "",
                 "email.test.communication"},
    FailureWords{message_refused, "message_refused", 313, "failure.message_refused.problem",
                 "failure.message_refused.remedy", "", ""},
    FailureWords{too_large, "too_large", 314, "job.error.314.problem", "job.error.314.remedy", "", ""},
    FailureWords{cloud_communication, "cloud_communication", 350, "job.error.350.problem", "job.error.350.remedy", "",
                 "email.test.cloud_communication"},
    FailureWords{memory_full, "memory_full", 315, "job.error.315.problem", "job.error.315.remedy", "", ""},
    FailureWords{no_original, "no_original", 0, "failure.no_original.problem", "failure.no_original.remedy",
                 "failure.no_original.problem", ""},
    FailureWords{canceled, "canceled", 0, "failure.canceled.problem", "", "", "failure.canceled.problem"},
    FailureWords{power_failure, "power_failure", 1, "job.error.001.problem", "job.error.001.remedy", "", ""},
    FailureWords{output_failed, "output_failed", 0, "failure.output_failed.problem", "failure.output_failed.remedy",
                 "failure.output_failed.problem", ""},
    FailureWords{store_failed, "store_failed", 0, "failure.store_failed.problem", "failure.store_failed.remedy",
                 "failure.store_failed.problem", "failure.store_failed.problem"},
    FailureWords{paper_out, "paper_out", 0, "failure.paper_out.problem", "failure.paper_out.remedy", "", ""},
    FailureWords{paper_jam, "paper_jam", 0, "failure.paper_jam.problem", "failure.paper_jam.remedy", "", ""},
    FailureWords{cover_open, "cover_open", 0, "failure.cover_open.problem", "failure.cover_open.remedy", "", ""},
    FailureWords{ink_out, "ink_out", 0, "failure.ink_out.problem", "failure.ink_out.remedy", "", ""},
    FailureWords{ink_low, "ink_low", 0, "failure.ink_low.problem", "failure.ink_low.remedy", "", ""},
    FailureWords{maintenance_box_full, "maintenance_box_full", 0, "failure.maintenance_box_full.problem",
                 "failure.maintenance_box_full.remedy", "", ""},
    FailureWords{maintenance_box_low, "maintenance_box_low", 0, "failure.maintenance_box_low.problem",
                 "failure.maintenance_box_low.remedy", "", ""},
    FailureWords{printer_error, "printer_error", 0, "failure.printer_error.problem", "failure.printer_error.remedy", "",
                 ""},
    FailureWords{scanner_error, "scanner_error", 0, "failure.scanner_error.problem", "failure.scanner_error.remedy",
                 "failure.scanner_error.problem", ""},
    FailureWords{firmware_file, "firmware_file", 0, "failure.firmware_file.problem", "failure.firmware_file.remedy", "",
                 ""},
    FailureWords{firmware_other_model, "firmware_other_model", 0, "failure.firmware_other_model.problem",
                 "failure.firmware_file.remedy", "", ""},
    FailureWords{firmware_not_newer, "firmware_not_newer", 0, "failure.firmware_not_newer.problem", "", "", ""},
    FailureWords{folder_name, "folder_name", 321, "job.error.321.problem", "job.error.321.remedy", "", ""},
    FailureWords{folder_authentication, "folder_authentication", 322, "job.error.322.problem", "job.error.322.remedy",
                 "", ""},
    FailureWords{folder_communication, "folder_communication", 323, "job.error.323.problem", "job.error.323.remedy", "",
                 ""},
    FailureWords{folder_file_exists, "folder_file_exists", 324, "job.error.324.problem", "job.error.324.remedy", "",
                 ""},
    FailureWords{folder_full, "folder_full", 325, "job.error.325.problem", "job.error.325.remedy", "", ""},
    FailureWords{folder_memory_full, "folder_memory_full", 327, "job.error.327.problem", "job.error.327.remedy", "",
                 ""},
    FailureWords{folder_missing, "folder_missing", 328, "job.error.328.problem", "job.error.328.remedy", "", ""},
    FailureWords{folder_image_large, "folder_image_large", 329, "job.error.329.problem", "job.error.329.remedy", "",
                 ""},
    FailureWords{memory_device_full, "memory_device_full", 301, "job.error.301.problem", "job.error.301.remedy", "",
                 ""},
    FailureWords{memory_device_protected, "memory_device_protected", 302, "job.error.302.problem",
                 "job.error.302.remedy", "", ""},
    FailureWords{memory_device_no_folder, "memory_device_no_folder", 303, "job.error.303.problem",
                 "job.error.303.remedy", "", ""},
    FailureWords{memory_device_removed, "memory_device_removed", 304, "job.error.304.problem", "job.error.304.remedy",
                 "", ""},
    FailureWords{memory_device_write_failed, "memory_device_write_failed", 305, "job.error.305.problem",
                 "job.error.305.remedy", "", ""},
    FailureWords{memory_device_memory_full, "memory_device_memory_full", 306, "job.error.306.problem",
                 "job.error.306.remedy", "", ""},
    FailureWords{memory_device_image_large, "memory_device_image_large", 307, "job.error.307.problem",
                 "job.error.307.remedy", "", ""},
    FailureWords{wrong_password, "wrong_password", 0, "failure.wrong_password.problem", "",
                 "failure.wrong_password.problem", ""},
    FailureWords{try_again_later, "try_again_later", 0, "failure.try_again_later.problem", "",
                 "failure.try_again_later.problem", ""},
    FailureWords{not_allowed, "not_allowed", 0, "failure.not_allowed.problem", "failure.not_allowed.remedy",
                 "failure.not_allowed.problem", ""},
    FailureWords{invalid_value, "invalid_value", 0, "failure.invalid_value.problem", "",
                 "failure.invalid_value.problem", "failure.invalid_value.problem"},
    FailureWords{not_found, "not_found", 0, "failure.not_found.problem", "", "", ""},
    FailureWords{busy, "busy", 0, "failure.busy.problem", "", "failure.busy.problem", "failure.busy.problem"},
    FailureWords{wps_pin_wrong, "wps_pin_wrong", 0, "failure.wps_pin_wrong.problem", "failure.wps_pin_wrong.remedy", "",
                 ""},
    FailureWords{wps_time_out, "wps_time_out", 0, "failure.wps_time_out.problem", "failure.wps_time_out.remedy", "",
                 ""},
    FailureWords{wrong_user, "wrong_user", 0, "failure.wrong_user.problem", "", "failure.wrong_user.problem", ""},
    FailureWords{card_unknown, "card_unknown", 0, "failure.card_unknown.problem", "failure.card_unknown.remedy",
                 "failure.card_unknown.problem", ""},
    FailureWords{card_unreadable, "card_unreadable", 0, "failure.card_unreadable.problem",
                 "failure.card_unreadable.remedy", "failure.card_unreadable.problem", ""},
    FailureWords{already_used, "already_used", 0, "failure.already_used.problem", "", "", ""},
    FailureWords{list_full, "list_full", 0, "failure.list_full.problem", "", "", ""},
    FailureWords{consent_needed, "consent_needed", 0, "failure.consent_needed.problem", "failure.consent_needed.remedy",
                 "", ""},
    FailureWords{print_not_allowed, "print_not_allowed", 106, "job.error.106.problem", "job.error.106.remedy", "", ""},
    FailureWords{print_user_unknown, "print_user_unknown", 107, "job.error.107.problem", "job.error.107.remedy", "",
                 ""},
    FailureWords{print_memory_full, "print_memory_full", 101, "job.error.101.problem", "job.error.101.remedy", "", ""},
    // The facts give no code for data that is no print job (inferred: none).
    FailureWords{print_data_unreadable, "print_data_unreadable", 0, "failure.print_data_unreadable.problem",
                 "failure.print_data_unreadable.remedy", "", ""},
    // Nor for this.
    FailureWords{program_altered, "program_altered", 0, "failure.program_altered.problem",
                 "failure.program_altered.remedy", "", ""},
};

consteval bool in_order() {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].kind != static_cast<FailureKind>(i)) return false;
  }
  return rows.size() == static_cast<std::size_t>(program_altered) + 1;
}
static_assert(in_order(), "the table has one row for each kind, in the order of the enumeration");

}  // namespace

const FailureWords& words_for(FailureKind kind) { return rows[static_cast<std::size_t>(kind)]; }

std::string_view name_of(FailureKind kind) { return words_for(kind).name; }

std::optional<FailureKind> failure_named(std::string_view name) {
  const auto row = std::ranges::find(rows, name, &FailureWords::name);
  return row == rows.end() ? std::nullopt : std::optional(row->kind);
}

}  // namespace paneltwin::device
