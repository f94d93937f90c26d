// What is done to a PDF once its pages are in it.
#pragma once

#include <filesystem>

#include "device/clock.hpp"
#include "device/jobs/scan_request.hpp"

namespace paneltwin::device {

/// Makes it PDF/A-2b (ISO 19005-2): colours that are defined, XMP metadata, nothing that a later reader may not know.
/// Its pages must be pictures alone. Worker. Failure: memory_full.
Result<void> make_archival(const std::filesystem::path& pdf, Instant made);

/// AES-256 (ISO 32000-2, revision 6). Without a password to open it anybody reads it; printing, copying and changing it
/// ask for the one of permissions. Worker. Failure: memory_full.
Result<void> encrypt(const std::filesystem::path& pdf, const PdfPasswords& passwords);

}  // namespace paneltwin::device
