// What the mailbox shows of a message without opening it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::net::cloud {

struct MailHeaders {
  std::string from;  // address of the first sender; empty when there is none
  std::string subject, message_id;
  std::vector<std::string> attachments;  // file names
};

/// By GMime; what is malformed comes out empty. Any thread.
MailHeaders read_headers(std::string_view source);

/// The message as people read it: decoded text, and its attachments with their bytes.
struct OpenedMail {
  MailHeaders headers;
  std::string text;  // plain text; of an HTML message, its words without the markup are not tried: `html` tells
  bool html = false;
  struct Attachment {
    std::string name, media_type, content;
  };
  std::vector<Attachment> attachments;
};
OpenedMail open_mail(std::string_view source);

}  // namespace paneltwin::net::cloud
