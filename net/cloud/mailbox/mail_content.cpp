#include "net/cloud/mailbox/mail_content.hpp"

#include <memory>
#include <mutex>

#include <fmt/format.h>
#include <gmime/gmime.h>

namespace paneltwin::net::cloud {

namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

constexpr int deepest_part = 20;

std::string text_of(const char* text) { return text ? text : ""; }

void add_addresses(InternetAddressList* list, std::vector<std::string>& found) {
  for (int i = 0; list && i < internet_address_list_length(list); ++i) {
    auto* address = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
      found.push_back(text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address))));
    } else if (INTERNET_ADDRESS_IS_GROUP(address)) {
      add_addresses(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), found);
    }
  }
}

std::string content_of(GMimePart* part) {
  auto* content = g_mime_part_get_content(part);
  if (!content) return {};
  const Held<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string text_content_of(GMimeTextPart* part) {
  char* text = g_mime_text_part_get_text(part);
  std::string copy = text_of(text);
  g_free(text);
  return copy;
}

void take_part(GMimeObject* object, bool whole, int depth, MailContent& mail) {
  if (!object || depth > deepest_part) return;
  if (GMIME_IS_MULTIPART(object)) {
    auto* parts = GMIME_MULTIPART(object);
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i)
      take_part(g_mime_multipart_get_part(parts, i), whole, depth + 1, mail);
    return;
  }
  auto* type = g_mime_object_get_content_type(object);
  char* type_name = g_mime_content_type_get_mime_type(type);
  const std::string media_type = text_of(type_name);
  g_free(type_name);
  if (!GMIME_IS_PART(object)) {
    mail.attachments.push_back({fmt::format("message-{}.eml", mail.attachments.size() + 1), media_type, {}});
    return;
  }
  const char* name = g_mime_part_get_filename(GMIME_PART(object));
  if (GMIME_IS_TEXT_PART(object) && !name && !g_mime_part_is_attachment(GMIME_PART(object))) {
    auto& shown = media_type == "text/html" ? mail.html : mail.text;
    if (whole && shown.empty()) shown = text_content_of(GMIME_TEXT_PART(object));
    return;
  }
  auto safe = safe_file_name(text_of(name));
  if (safe.empty()) safe = fmt::format("attachment-{}", mail.attachments.size() + 1);
  mail.attachments.push_back({std::move(safe), media_type, whole ? content_of(GMIME_PART(object)) : std::string()});
}

MailContent read(std::string_view source, bool whole) {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
  MailContent mail;
  const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(source.data(), source.size()));
  const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return mail;
  add_addresses(g_mime_message_get_from(message.get()), mail.from);
  add_addresses(g_mime_message_get_to(message.get()), mail.to);
  add_addresses(g_mime_message_get_cc(message.get()), mail.cc);
  std::vector<std::string> senders;
  add_addresses(g_mime_message_get_sender(message.get()), senders);
  if (!senders.empty()) mail.sender = senders.front();
  mail.subject = text_of(g_mime_message_get_subject(message.get()));
  const auto id = text_of(g_mime_message_get_message_id(message.get()));
  if (!id.empty()) mail.message_id = fmt::format("<{}>", id);
  mail.date = text_of(g_mime_object_get_header(GMIME_OBJECT(message.get()), "Date"));
  take_part(g_mime_message_get_mime_part(message.get()), whole, 0, mail);
  return mail;
}

}  // namespace

MailContent read_mail(std::string_view source) { return read(source, true); }
MailContent read_outline(std::string_view source) { return read(source, false); }

std::string safe_file_name(std::string_view name) {
  constexpr std::size_t longest = 200;
  if (const auto slash = name.find_last_of("/\\"); slash != std::string_view::npos) name.remove_prefix(slash + 1);
  std::string safe;
  for (const char letter : name) {
    const bool control = static_cast<unsigned char>(letter) < ' ' || letter == 0x7f;
    safe += control || letter == '"' || letter == ':' ? '_' : letter;
  }
  if (safe.find_first_not_of(". ") == std::string::npos) return {};
  if (safe.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(safe[end]) & 0xC0) == 0x80) --end;  // a whole UTF-8 character
    safe.resize(end);
  }
  return safe;
}

}  // namespace paneltwin::net::cloud
