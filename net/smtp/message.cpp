#include "net/smtp/message.hpp"

#include <mutex>

#include <fcntl.h>
#include <gmime/gmime.h>

namespace paneltwin::net::smtp {

using device::FailureKind;

namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

void start_gmime() {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
}

std::string one_line(std::string text) {
  for (char& letter : text) {
    if (static_cast<unsigned char>(letter) < ' ' || letter == 0x7F) letter = ' ';
  }
  return text;
}

Held<GMimePart> text_part(const std::string& body) {
  Held<GMimePart> part(g_mime_part_new_with_type("text", "plain"));
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", "utf-8");
  const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(body.data(), body.size()));
  const Held<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part.get(), content.get());
  g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return part;
}

device::Result<Held<GMimePart>> attachment_part(const device::MailMessage::Attachment& attachment) {
  const auto slash = attachment.media_type.find('/');
  Held<GMimePart> part(g_mime_part_new_with_type(attachment.media_type.substr(0, slash).c_str(),
                                                 attachment.media_type.substr(slash + 1).c_str()));
  const Held<GMimeStream> stream(g_mime_stream_fs_open(attachment.file.c_str(), O_RDONLY, 0, nullptr));
  if (!stream) return device::fail(FailureKind::not_found, "cannot read " + attachment.file.string());
  const Held<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part.get(), content.get());
  g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_disposition(GMIME_OBJECT(part.get()), "attachment");
  g_mime_part_set_filename(part.get(), one_line(attachment.name).c_str());
  return part;
}

void set_headers(GMimeMessage* mime, const device::MailMessage& message) {
  g_mime_message_add_mailbox(mime, GMIME_ADDRESS_TYPE_FROM, nullptr, one_line(message.from).c_str());
  for (const auto& to : message.to)
    g_mime_message_add_mailbox(mime, GMIME_ADDRESS_TYPE_TO, nullptr, one_line(to).c_str());
  g_mime_message_set_subject(mime, one_line(message.subject).c_str(), "utf-8");
  g_mime_message_set_message_id(mime, message.message_id.c_str());
  const auto seconds = std::chrono::floor<std::chrono::seconds>(message.date).time_since_epoch().count();
  if (GDateTime* date = g_date_time_new_from_unix_utc(seconds)) {
    g_mime_message_set_date(mime, date);
    g_date_time_unref(date);
  }
}

device::Result<Held<GMimeObject>> content_of(const device::MailMessage& message) {
  auto text = text_part(message.body);
  if (message.attachments.empty()) return Held<GMimeObject>(GMIME_OBJECT(text.release()));
  Held<GMimeMultipart> parts(g_mime_multipart_new_with_subtype("mixed"));
  g_mime_multipart_add(parts.get(), GMIME_OBJECT(text.get()));
  for (const auto& attachment : message.attachments) {
    auto part = attachment_part(attachment);
    if (!part) return std::unexpected(part.error());
    g_mime_multipart_add(parts.get(), GMIME_OBJECT(part->get()));
  }
  return Held<GMimeObject>(GMIME_OBJECT(parts.release()));
}

}  // namespace

device::Result<WrittenMessage> write_message(const device::MailMessage& message) {
  start_gmime();
  const Held<GMimeMessage> mime(g_mime_message_new(TRUE));
  set_headers(mime.get(), message);
  auto content = content_of(message);
  if (!content) return std::unexpected(content.error());
  g_mime_message_set_mime_part(mime.get(), content->get());

  WrittenMessage written{.file = std::unique_ptr<std::FILE, CloseFile>(std::tmpfile())};
  if (!written.file) return device::fail(FailureKind::memory_full, "no room for the message");
  const Held<GMimeStream> out(g_mime_stream_file_new(written.file.get()));
  g_mime_stream_file_set_owner(GMIME_STREAM_FILE(out.get()), FALSE);
  const std::unique_ptr<GMimeFormatOptions, void (*)(GMimeFormatOptions*)> options(g_mime_format_options_new(),
                                                                                   g_mime_format_options_free);
  g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
  g_mime_format_options_set_param_encoding_method(options.get(), GMIME_PARAM_ENCODING_METHOD_RFC2231);
  const auto done = g_mime_object_write_to_stream(GMIME_OBJECT(mime.get()), options.get(), out.get());
  const bool kept = done >= 0 && g_mime_stream_flush(out.get()) == 0 && std::fflush(written.file.get()) == 0;
  if (!kept) return device::fail(FailureKind::memory_full, "no room for the message");
  const auto size = std::ftell(written.file.get());  // GMime's own count leaves out what it encoded
  if (size < 0 || std::fseek(written.file.get(), 0, SEEK_SET) != 0) {
    return device::fail(FailureKind::memory_full, "no room for the message");
  }
  written.size = static_cast<std::uint64_t>(size);
  return written;
}

}  // namespace paneltwin::net::smtp
