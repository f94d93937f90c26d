#include "net/cloud/exchange/mail_headers.hpp"

#include <memory>
#include <mutex>

#include <gmime/gmime.h>

namespace paneltwin::net::cloud {

namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using Message = std::unique_ptr<GMimeMessage, Unref>;

void start_gmime() {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
}

Message parse(std::string_view source) {
  start_gmime();
  const std::unique_ptr<GMimeStream, Unref> stream(g_mime_stream_mem_new_with_buffer(source.data(), source.size()));
  const std::unique_ptr<GMimeParser, Unref> parser(g_mime_parser_new_with_stream(stream.get()));
  return Message(g_mime_parser_construct_message(parser.get(), nullptr));
}

std::string text_of(const char* text) { return text ? text : ""; }

std::string file_name_of(GMimePart* part) {
  const char* name = g_mime_part_get_filename(part);
  return name && *name ? name : "attachment";
}

bool is_attached(GMimePart* part) {
  if (g_mime_part_is_attachment(part) || g_mime_part_get_filename(part)) return true;
  return !g_mime_content_type_is_type(g_mime_object_get_content_type(GMIME_OBJECT(part)), "text", "*");
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (!content) return {};
  const std::unique_ptr<GMimeStream, Unref> out(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(content, out.get()) < 0) return {};
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

/// Calls `seen` with every part that holds something.
template <class Seen>
void each_part(GMimeMessage* message, Seen seen) {
  g_mime_message_foreach(
      message,
      [](GMimeObject*, GMimeObject* part, gpointer data) {
        if (GMIME_IS_PART(part)) (*static_cast<Seen*>(data))(GMIME_PART(part));
      },
      &seen);
}

MailHeaders headers_of(GMimeMessage* message) {
  MailHeaders headers{.from = {},
                      .subject = text_of(g_mime_message_get_subject(message)),
                      .message_id = text_of(g_mime_message_get_message_id(message)),
                      .attachments = {}};
  InternetAddressList* from = g_mime_message_get_from(message);
  InternetAddress* first =
      from && internet_address_list_length(from) > 0 ? internet_address_list_get_address(from, 0) : nullptr;
  if (first && INTERNET_ADDRESS_IS_MAILBOX(first)) {
    headers.from = text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
  }
  each_part(message, [&](GMimePart* part) {
    if (is_attached(part)) headers.attachments.push_back(file_name_of(part));
  });
  return headers;
}

}  // namespace

MailHeaders read_headers(std::string_view source) {
  const auto message = parse(source);
  return message ? headers_of(message.get()) : MailHeaders();
}

OpenedMail open_mail(std::string_view source) {
  const auto message = parse(source);
  if (!message) return {};
  OpenedMail mail{.headers = headers_of(message.get()), .text = {}, .html = false, .attachments = {}};
  each_part(message.get(), [&](GMimePart* part) {
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    if (is_attached(part)) {
      const std::unique_ptr<char, void (*)(void*)> media(g_mime_content_type_get_mime_type(type), g_free);
      mail.attachments.push_back({file_name_of(part), text_of(media.get()), content_of(part)});
      return;
    }
    if (!GMIME_IS_TEXT_PART(part) || !mail.text.empty()) return;
    const std::unique_ptr<char, void (*)(void*)> text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)), g_free);
    mail.text = text_of(text.get());
    mail.html = g_mime_content_type_is_type(type, "text", "html");
  });
  return mail;
}

}  // namespace paneltwin::net::cloud
