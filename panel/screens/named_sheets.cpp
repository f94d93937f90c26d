#include "panel/screens/named_sheets.hpp"

#include <algorithm>

#include "panel/screens/administrator.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/fax.hpp"
#include "panel/screens/job_progress.hpp"
#include "panel/screens/program_altered.hpp"
#include "panel/screens/scan_form.hpp"
#include "panel/screens/user_log_in.hpp"

namespace paneltwin::panel {

namespace {

/// The message about a failure, known by its name: "wrong-password".
void tell(const Context& context, device::FailureKind kind) {
  auto question = failure_message(context, {kind, {}});
  question.id = device::name_of(kind);
  std::ranges::replace(question.id, '_', '-');
  context.stage.ask(std::move(question));
}

template <device::FailureKind kind>
void tell_at_log_in(const Context& context) {
  log_in_administrator(context);
  tell(context, kind);
}

template <device::FailureKind kind>
void tell_at_scan(const Context& context) {
  tell(context, kind);
}

void type_recipient(const Context& context) { type_address(context, std::make_shared<ScanForm>()); }
void type_subject(const Context& context) { type_subject(context, std::make_shared<ScanForm>()); }
void log_in(const Context& context) { log_in_administrator(context); }
void show_log_out(const Context& context) { ask_log_out(context); }
void tell_altered(const Context& context) { context.stage.ask(program_altered(context)); }
void follow_next_job(const Context& context) {
  context.stage.open_sheet(job_progress(context.state.active.empty() ? 0 : context.state.active.front().receipt));
}

}  // namespace

const std::vector<NamedSheet>& named_sheets() {
  using enum device::FailureKind;
  static const std::vector<NamedSheet> sheets{
      {"recipient-entry", "scan-email", type_recipient},
      {"subject-entry", "scan-email-settings", type_subject},
      {"fax-number-entry", "fax", type_fax_number},
      {"fax-server-off", "fax", tell_at_scan<fax_server_off>},
      {"job-progress", "scan-email", follow_next_job},
      {"not-signed-in", "scan-email", tell_at_scan<not_signed_in>},
      {"sign-in-expired", "scan-email", tell_at_scan<sign_in_expired>},
      {"email-server-off", "scan-email", tell_at_scan<email_server_off>},
      {"no-original", "scan-email", tell_at_scan<no_original>},
      {"administrator-log-in", "home", log_in},
      {"wrong-password", "home", tell_at_log_in<wrong_password>},
      {"try-again-later", "home", tell_at_log_in<try_again_later>},
      {"log-out", "home", show_log_out},
      {"program-altered", "home", tell_altered},
      {"user-id-entry", "user-log-in", type_log_in},
      {"wrong-user", "user-log-in", tell_at_scan<wrong_user>},
      {"card-unknown", "user-log-in", tell_at_scan<card_unknown>},
      {"card-unreadable", "user-log-in", tell_at_scan<card_unreadable>},
  };
  return sheets;
}

const NamedSheet* find_sheet(std::string_view id) {
  const auto found = std::ranges::find(named_sheets(), id, &NamedSheet::id);
  return found == named_sheets().end() ? nullptr : &*found;
}

}  // namespace paneltwin::panel
