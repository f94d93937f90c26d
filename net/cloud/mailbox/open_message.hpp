// A message as people read it: decoded headers, its words, and what is attached.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "device/clock.hpp"

namespace paneltwin::net::cloud {

struct Correspondent {
  std::string name, address;  // decoded; the name may be empty
};

/// What is known of an attachment without its bytes.
struct AttachmentFacts {
  std::string name;        // for showing: no folders, no control characters; never empty
  std::string media_type;  // "application/pdf", as the message says
  std::size_t size = 0;    // decoded bytes
  std::string content_id;  // without its brackets
  bool is_inline = false, is_message = false;
};

struct OpenedMessage {
  std::string subject, date;                                  // decoded; empty when the message has none
  std::vector<Correspondent> from, sender, to, cc, reply_to;  // members of groups among them
  std::optional<device::Instant> sent;                        // by its Date header
  std::string importance;                                     // its header, as it stands
  std::string text;                                           // its plain words
  std::string html;  // its formatted words, with the pictures they refer to put in as data: addresses
  std::vector<AttachmentFacts> attachments;  // the first 200
};

/// What the service looks at, and what the list shows, of a message that comes in.
struct MessageOutline {
  std::vector<std::string> from;         // addresses without names
  std::string subject, message_id;       // decoded; the id as "<a@b>"; empty when there is none
  std::vector<std::string> attachments;  // names as in OpenedMessage
};
/// Any thread; slow for large messages.
MessageOutline outline_of(std::string_view source);

/// By GMime (RFC 2045 to 2047, 2231). Any thread; slow for large messages.
OpenedMessage open_message(std::string_view source);

struct AttachedFile {
  AttachmentFacts facts;
  std::string content;
};
/// The attachments with their bytes. Any thread; slow for large messages.
std::vector<AttachedFile> open_attachments(std::string_view source);
/// Attachment number `index` of OpenedMessage::attachments with its bytes. Any thread; slow for large messages.
std::optional<AttachedFile> open_attachment(std::string_view source, std::size_t index);

}  // namespace paneltwin::net::cloud
