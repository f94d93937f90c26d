// A message taken apart (RFC 5322, MIME): what the mailbox lists and shows of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::net::cloud {

struct Attachment {
  std::string name;  // never empty, no path, no control characters
  std::string media_type;
  std::string content;  // decoded; left out by read_outline()
};

struct MailContent {
  std::vector<std::string> from;  // addresses, without names
  std::vector<std::string> to, cc;
  std::string sender, subject, message_id, date;
  std::string text, html;  // first of each; UTF-8
  std::vector<Attachment> attachments;
};

/// Everything. Never fails: what cannot be read is empty. Any thread; long for large messages.
MailContent read_mail(std::string_view source);
/// The same without text and content of attachments.
MailContent read_outline(std::string_view source);

/// A file name that leads nowhere: the last part of a path, without control characters, at most 200 bytes.
std::string safe_file_name(std::string_view name);

}  // namespace paneltwin::net::cloud
