#include "device/jobs/scan_request.hpp"

#include <algorithm>

#include "device/settings/limits.hpp"

namespace paneltwin::device {

bool is_mail_address(std::string_view address) {
  constexpr std::string_view forbidden = " :()<>[];\\";  // the yen sign of the field's rule is ASCII's backslash
  if (!is_ascii(address, 255) || address.find_first_of(forbidden) != std::string_view::npos) return false;
  const auto at = address.find('@');
  if (at == std::string_view::npos || at == 0 || address.front() == '.' || address.find('@', at + 1) != address.npos) {
    return false;
  }
  const auto domain = address.substr(at + 1);
  return !domain.empty() && domain.front() != '.' && domain.back() != '.' && domain.find("..") == domain.npos;
}

Result<void> check(const ScanRequest& scan) {
  const auto goes_to = scan.recipients.size() + scan.contacts.size() + (scan.folder ? 1 : 0);
  const bool needs_somebody = scan.destination != ScanDestination::memory_device;
  if ((needs_somebody && goes_to == 0) || goes_to > maximum_recipients ||
      !std::ranges::all_of(scan.recipients, is_mail_address)) {
    return fail(FailureKind::invalid_value, "recipients");
  }
  return check_settings(scan);
}

Result<void> check_settings(const ScanRequest& scan) {
  const auto wrong = [](const char* field) { return fail(FailureKind::invalid_value, field); };
  const auto one_of = [](const auto& choices, int value) {
    return std::ranges::find(choices, value) != std::ranges::end(choices);
  };
  if (scan.folder) {
    if (auto good = check(*scan.folder); !good) return good;
  }
  if (scan.page.density < -strongest_density || scan.page.density > strongest_density) return wrong("density");
  if (scan.page.edge_fill < 0 || scan.page.edge_fill > widest_edge_fill) return wrong("edge_fill");
  for (const auto& password : {scan.pdf.open, scan.pdf.permissions}) {
    if (!is_ascii(password, longest_pdf_password)) return wrong("pdf_password");
  }
  if (scan.pdf.any() && scan.pdf.open == scan.pdf.permissions) return wrong("pdf_password");  // one would be of no use
  if (!is_line(scan.subject, 255)) return wrong("subject");
  if (!one_of(resolutions, scan.resolution)) return wrong("resolution");
  if (!one_of(attachment_limits_mb, scan.attachment_limit_mb)) return wrong("attachment_limit_mb");
  if (!is_line(scan.file_name_prefix, 64) || scan.file_name_prefix.starts_with('.') ||
      scan.file_name_prefix.find_first_of(R"(/\:*?"<>|)") != std::string::npos ||
      (scan.file_name_prefix.empty() && !scan.add_date && !scan.add_time)) {
    return wrong("file_name_prefix");
  }
  return {};
}

}  // namespace paneltwin::device
