#include "net/cloud/mailbox/open_message.hpp"

#include <memory>
#include <mutex>

#include <fmt/format.h>
#include <gmime/gmime.h>

#include "net/base64.hpp"
#include "net/cloud/mailbox/file_names.hpp"
#include "net/cloud/store/words.hpp"
#include "net/utf8.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::size_t most_attachments = 200;
constexpr std::size_t largest_picture = 4u << 20, largest_page = 16u << 20;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using Message = std::unique_ptr<GMimeMessage, Unref>;
using Text = std::unique_ptr<char, void (*)(void*)>;

Message parse(std::string_view source) {
  static std::once_flag started;
  std::call_once(started, g_mime_init);
  const std::unique_ptr<GMimeStream, Unref> stream(g_mime_stream_mem_new_with_buffer(source.data(), source.size()));
  const std::unique_ptr<GMimeParser, Unref> parser(g_mime_parser_new_with_stream(stream.get()));
  return Message(g_mime_parser_construct_message(parser.get(), nullptr));
}

/// A message of a stranger holds any bytes, whatever it says of itself.
std::string text_of(const char* text) { return text ? valid_utf8(text) : ""; }
std::string text_of(const Text& text) { return text_of(text.get()); }

void add_people(InternetAddressList* list, std::vector<Correspondent>& found) {
  for (int i = 0; list && i < internet_address_list_length(list); ++i) {
    auto* address = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
      found.push_back({text_of(internet_address_get_name(address)),
                       text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)))});
    } else if (INTERNET_ADDRESS_IS_GROUP(address)) {
      add_people(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), found);
    }
  }
}

std::vector<Correspondent> people_in(InternetAddressList* list) {
  std::vector<Correspondent> found;
  add_people(list, found);
  return found;
}

std::optional<device::Instant> sent_at(GMimeMessage* message) {
  auto* date = g_mime_message_get_date(message);
  return date ? std::optional(device::Instant(std::chrono::seconds(g_date_time_to_unix(date)))) : std::nullopt;
}

bool is_type(GMimeObject* part, const char* type, const char* subtype) {
  return g_mime_content_type_is_type(g_mime_object_get_content_type(part), type, subtype);
}

bool is_attached(GMimeObject* part) {
  if (!GMIME_IS_PART(part)) return GMIME_IS_MESSAGE_PART(part);
  if (g_mime_part_is_attachment(GMIME_PART(part)) || g_mime_part_get_filename(GMIME_PART(part))) return true;
  return !is_type(part, "text", "plain") && !is_type(part, "text", "html");
}

bool has_disposition(GMimeObject* part, std::string_view wanted) {
  const char* disposition = g_mime_object_get_disposition(part);
  return disposition && equal_without_case(disposition, wanted);
}

std::string name_of(GMimeObject* part) {
  const char* name = GMIME_IS_PART(part) ? g_mime_part_get_filename(GMIME_PART(part)) : nullptr;
  return shown_file_name(name ? text_of(name) : GMIME_IS_MESSAGE_PART(part) ? "message.eml" : "");
}

std::string media_type_of(GMimeObject* part) {
  return text_of(Text(g_mime_content_type_get_mime_type(g_mime_object_get_content_type(part)), g_free));
}

std::string content_of(GMimeObject* part) {
  const std::unique_ptr<GMimeStream, Unref> out(g_mime_stream_mem_new());
  if (GMIME_IS_MESSAGE_PART(part)) {
    auto* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
    if (message) g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, out.get());
  } else if (auto* content = g_mime_part_get_content(GMIME_PART(part))) {
    g_mime_data_wrapper_write_to_stream(content, out.get());
  }
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
  return bytes->data ? std::string(reinterpret_cast<const char*>(bytes->data), bytes->len) : std::string();
}

AttachedFile file_in(GMimeObject* part) {
  auto content = content_of(part);
  return {.facts = {.name = name_of(part),
                    .media_type = media_type_of(part),
                    .size = content.size(),
                    .content_id = text_of(g_mime_object_get_content_id(part)),
                    .is_inline = has_disposition(part, GMIME_DISPOSITION_INLINE),
                    .is_message = GMIME_IS_MESSAGE_PART(part) != 0},
          .content = std::move(content)};
}

/// Calls `seen` with every part that holds something; a message within the message is one part.
template <class Seen>
void each_part(GMimeMessage* message, Seen seen) {
  g_mime_message_foreach(
      message,
      [](GMimeObject*, GMimeObject* part, gpointer data) {
        if (GMIME_IS_PART(part) || GMIME_IS_MESSAGE_PART(part)) (*static_cast<Seen*>(data))(part);
      },
      &seen);
}

void replace_all(std::string& text, std::string_view old, std::string_view with) {
  for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + with.size())) {
    text.replace(at, old.size(), with);
  }
}

/// "cid:" addresses (RFC 2392) of small pictures become the pictures themselves: the frame may load nothing.
void put_pictures_in(std::string& html, GMimeMessage* message) {
  each_part(message, [&](GMimeObject* part) {
    const char* id = g_mime_object_get_content_id(part);
    const auto type = media_type_of(part);
    if (!id || !*id || !GMIME_IS_PART(part)) return;
    if (type != "image/png" && type != "image/jpeg" && type != "image/gif") return;
    for (const auto* quote : {"\"", "'"}) {
      const auto address = fmt::format("cid:{}{}", id, quote);
      if (html.find(address) == std::string::npos) continue;
      const auto picture = content_of(part);
      if (picture.size() > largest_picture || html.size() > largest_page) return;
      replace_all(html, address, fmt::format("data:{};base64,{}{}", type, to_base64(picture), quote));
    }
  });
}

}  // namespace

MessageOutline outline_of(std::string_view source) {
  const auto message = parse(source);
  MessageOutline outline;
  if (!message) return outline;
  for (auto& person : people_in(g_mime_message_get_from(message.get()))) {
    outline.from.push_back(std::move(person.address));
  }
  outline.subject = text_of(g_mime_message_get_subject(message.get()));
  const auto id = text_of(g_mime_message_get_message_id(message.get()));
  if (!id.empty()) outline.message_id = "<" + id + ">";
  each_part(message.get(), [&](GMimeObject* part) {
    if (is_attached(part) && outline.attachments.size() < most_attachments)
      outline.attachments.push_back(name_of(part));
  });
  return outline;
}

OpenedMessage open_message(std::string_view source) {
  const auto message = parse(source);
  if (!message) return {};
  OpenedMessage opened{
      .subject = text_of(g_mime_message_get_subject(message.get())),
      .date = text_of(g_mime_object_get_header(GMIME_OBJECT(message.get()), "Date")),
      .from = people_in(g_mime_message_get_from(message.get())),
      .sender = people_in(g_mime_message_get_sender(message.get())),
      .to = people_in(g_mime_message_get_to(message.get())),
      .cc = people_in(g_mime_message_get_cc(message.get())),
      .reply_to = people_in(g_mime_message_get_reply_to(message.get())),
      .sent = sent_at(message.get()),
      .importance = text_of(g_mime_object_get_header(GMIME_OBJECT(message.get()), "Importance")),
  };
  each_part(message.get(), [&](GMimeObject* part) {
    if (is_attached(part)) {
      if (opened.attachments.size() < most_attachments) opened.attachments.push_back(file_in(part).facts);
      return;
    }
    auto& words = is_type(part, "text", "html") ? opened.html : opened.text;
    if (words.empty()) words = text_of(Text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)), g_free));
  });
  if (!opened.html.empty()) put_pictures_in(opened.html, message.get());
  return opened;
}

std::vector<AttachedFile> open_attachments(std::string_view source) {
  std::vector<AttachedFile> files;
  const auto message = parse(source);
  if (!message) return files;
  each_part(message.get(), [&](GMimeObject* part) {
    if (is_attached(part) && files.size() < most_attachments) files.push_back(file_in(part));
  });
  return files;
}

std::optional<AttachedFile> open_attachment(std::string_view source, std::size_t index) {
  const auto message = parse(source);
  std::optional<AttachedFile> file;
  if (!message || index >= most_attachments) return file;
  std::size_t seen = 0;
  each_part(message.get(), [&](GMimeObject* part) {
    if (is_attached(part) && seen++ == index) file = file_in(part);
  });
  return file;
}

}  // namespace paneltwin::net::cloud
