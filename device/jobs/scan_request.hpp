// What Scan > Email asks for (panel facts 4.1).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "device/failure.hpp"

namespace paneltwin::device {

enum class FileFormat { pdf, jpeg, tiff_multi };
enum class ColorMode { automatic, color, gray, black_and_white };
enum class OriginalPlace { glass, feeder };

struct ScanRequest {
  std::vector<std::string> recipients;  // 1 to 10 addresses
  std::string subject;                  // empty: the default of the catalogue
  FileFormat format = FileFormat::pdf;
  ColorMode color = ColorMode::automatic;
  int resolution = 200;  // dpi: 200, 300, 400, 600
  bool two_sided = false;
  int attachment_limit_mb = 10;  // 1, 2, 5, 10, 20, 30
  std::string file_name_prefix = "SCAN";
  bool add_date = true;
  bool add_time = true;
  bool operator==(const ScanRequest&) const = default;
};

inline constexpr int maximum_recipients = 10;
inline constexpr int resolutions[] = {200, 300, 400, 600};
inline constexpr int attachment_limits_mb[] = {1, 2, 5, 10, 20, 30};

/// A mail address that a printer takes: one @, a domain, none of `: ( ) < > [ ] ; ¥`, space or control characters, 255
/// characters at most.
bool is_mail_address(std::string_view address);

/// Failure: invalid_value; its detail names the field.
Result<void> check(const ScanRequest& scan);
/// The same, but for the recipients: what goes into a folder has none.
Result<void> check_settings(const ScanRequest& scan);

}  // namespace paneltwin::device
