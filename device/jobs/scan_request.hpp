// What Scan asks for, wherever it goes (panel facts 4.1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "device/condition/condition.hpp"
#include "device/failure.hpp"
#include "device/folder/folder_target.hpp"

namespace paneltwin::device {

enum class FileFormat { pdf, pdf_a, jpeg, tiff_single, tiff_multi };
enum class ColorMode { automatic, color, gray, black_and_white };
enum class OriginalPlace { glass, feeder };
enum class ScanDestination { email, folder, memory_device };
enum class OriginalType { text, text_and_image, photo };
enum class Compression { low, standard, high };

/// What is done to a side of paper after it was read, by scans and copies alike.
struct PageAdjustment {
  OriginalType original = OriginalType::text_and_image;
  int density = 0;  // -4 to 4; more is darker
  bool remove_background = false;
  std::optional<PaperSize> area;  // nothing: as large as the original is
  bool turned = false;            // the original lies on its side: its top is at the left
  bool remove_shadow = false;     // along the edges of a page that does not lie flat
  bool remove_punch_holes = false;
  int edge_fill = 0;  // mm along each edge that become paper, 0 to 30
  bool operator==(const PageAdjustment&) const = default;
};
inline constexpr int strongest_density = 4, widest_edge_fill = 30;

/// What a PDF asks for before it is opened, and before it is printed or changed; empty: nothing. They are kept nowhere.
struct PdfPasswords {
  std::string open, permissions;
  [[nodiscard]] bool any() const { return !open.empty() || !permissions.empty(); }
  bool operator==(const PdfPasswords&) const = default;
};
inline constexpr std::size_t longest_pdf_password = 32;

struct ScanRequest {
  ScanDestination destination = ScanDestination::email;
  std::vector<std::string> recipients;  // of an e-mail: with the contacts 1 to 10
  std::vector<int> contacts;            // registry numbers of contacts and groups that it goes to as well
  std::optional<FolderTarget> folder;   // typed in
  std::string subject;                  // empty: the default of the catalogue
  FileFormat format = FileFormat::pdf;
  ColorMode color = ColorMode::automatic;
  int resolution = 200;  // dpi: 200, 300, 400, 600
  bool two_sided = false;
  PageAdjustment page;
  bool mixed_sizes = false;  // each sheet of the feeder as large as it is; else all as the first
  bool skip_blank_pages = false;
  Compression compression = Compression::standard;
  PdfPasswords pdf;              // of a PDF; PDF/A has none
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
