// The message as bytes: MIME by GMime, written to a nameless file.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>

#include "device/ports/mail_transport.hpp"

namespace paneltwin::net::smtp {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

struct WrittenMessage {
  std::unique_ptr<std::FILE, CloseFile> file;  // at its beginning; lines end in CRLF
  std::uint64_t size = 0;                      // bytes
};

/// Worker thread. Control characters in subject and names become spaces, so that no header can be smuggled in.
/// Failures: memory_full (no room for the file), not_found (an attachment cannot be read).
device::Result<WrittenMessage> write_message(const device::MailMessage& message);

}  // namespace paneltwin::net::smtp
