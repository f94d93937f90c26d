#include "device/jobs/scan_defaults.hpp"

#include "device/names.hpp"

namespace paneltwin::device {

ScanRequest default_scan(const Settings& settings) {
  ScanRequest scan;
  scan.color = named<ColorMode>(settings.text("scan-color-mode")).value_or(scan.color);
  scan.format = named<FileFormat>(settings.text("scan-file-format")).value_or(scan.format);
  scan.two_sided = settings.is_on("scan-two-sided");
  scan.subject = settings.text("scan-subject");
  if (const int dpi = settings.number("scan-resolution"); dpi > 0) scan.resolution = dpi;
  if (const int limit = settings.number("scan-attachment-limit"); limit > 0) scan.attachment_limit_mb = limit;
  if (const auto& prefix = settings.text("scan-file-name-prefix"); !prefix.empty()) scan.file_name_prefix = prefix;
  return scan;
}

}  // namespace paneltwin::device
