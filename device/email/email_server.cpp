#include "device/email/email_server.hpp"

#include <algorithm>

#include "device/jobs/scan_request.hpp"
#include "device/settings/limits.hpp"
#include "device/text/ascii.hpp"

namespace paneltwin::device {

namespace {

constexpr std::size_t longest = 255;

bool is_host(std::string_view host) {
  return host.size() <= longest &&
         std::ranges::all_of(host, [](char c) { return is_letter_or_digit(c) || c == '.' || c == '-'; });
}

}  // namespace

Result<void> check(const EmailServerSettings& settings) {
  const bool pop = settings.method == EmailMethod::pop_before_smtp;
  const bool own_server = pop || settings.method == EmailMethod::smtp_auth;
  const auto wrong = [](const char* field) { return fail(FailureKind::invalid_value, field); };
  if (!is_ascii(settings.account, longest)) return wrong("account");
  if (!settings.sender.empty() && !is_mail_address(settings.sender)) return wrong("sender");
  if (own_server && settings.sender.empty() && !is_mail_address(settings.account)) return wrong("sender");
  if (!is_host(settings.smtp_host) || (own_server && settings.smtp_host.empty())) return wrong("smtp_host");
  if (settings.smtp_port == 0) return wrong("smtp_port");
  if (pop && settings.security != Security::none) return wrong("security");
  if (!is_host(settings.pop3_host) || (pop && settings.pop3_host.empty())) return wrong("pop3_host");
  if (settings.pop3_port == 0) return wrong("pop3_port");
  return {};
}

}  // namespace paneltwin::device
