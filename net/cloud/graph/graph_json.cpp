#include "net/cloud/graph/graph_json.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "net/base64.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t preview_letters = 255;

json::value text_or_null(const std::string& text) { return text.empty() ? json::value() : json::value(text); }

json::object recipient(const Correspondent& person) {
  return {{"emailAddress",
           json::object{{"name", person.name.empty() ? person.address : person.name}, {"address", person.address}}}};
}

json::array recipients(const std::vector<Correspondent>& people) {
  json::array list;
  for (const auto& person : people) list.push_back(recipient(person));
  return list;
}

json::value first_recipient(const std::vector<Correspondent>& people) {
  return people.empty() ? json::value() : json::value(recipient(people.front()));
}

/// The first letters, on one line, never half a UTF-8 letter.
std::string preview_of(std::string_view text) {
  std::string preview;
  std::size_t letters = 0;
  for (const char c : text) {
    if ((c & 0xC0) != 0x80 && ++letters > preview_letters) break;
    preview += c == '\r' || c == '\n' || c == '\t' ? ' ' : c;
  }
  return std::string(trimmed(preview));
}

std::string_view importance_of(const std::string& header) {
  return equal_without_case(header, "high") ? "high" : equal_without_case(header, "low") ? "low" : "normal";
}

}  // namespace

json::object graph_user(const User& user) {
  return {{"businessPhones", json::array{}},
          {"displayName", user.name},
          {"givenName", text_or_null(user.given_name)},
          {"surname", text_or_null(user.family_name)},
          {"mail", user.address},
          {"userPrincipalName", user.address},
          {"id", user.id}};
}

json::object graph_folder(std::string_view id, Store::MailCount count) {
  return {{"id", id},
          {"displayName", id == "inbox" ? "Inbox" : "Sent Items"},
          {"childFolderCount", 0},
          {"unreadItemCount", count.unseen},
          {"totalItemCount", count.all},
          {"isHidden", false}};
}

json::object graph_message(const Mail& mail, const OpenedMessage& message, const GraphQuery& query, bool basic,
                           std::string_view origin) {
  const bool html = !message.html.empty();
  const auto received = device::to_iso8601(mail.received);
  json::object whole{
      {"createdDateTime", received},
      {"lastModifiedDateTime", received},
      {"receivedDateTime", received},
      {"sentDateTime", device::to_iso8601(message.sent.value_or(mail.received))},
      {"internetMessageId", mail.message_id},
      {"subject", message.subject},
      {"importance", importance_of(message.importance)},
      {"parentFolderId", mail.folder},
      {"isRead", mail.seen},
      {"isDraft", false},
      {"webLink", fmt::format("{}/mailbox/{}", origin, mail.id)},
      {"sender", first_recipient(message.sender.empty() ? message.from : message.sender)},
      {"from", first_recipient(message.from)},
      {"toRecipients", recipients(message.to)},
      {"ccRecipients", recipients(message.cc)},
      {"bccRecipients", json::array{}},
      {"replyTo", recipients(message.reply_to)},
  };
  if (!basic) {
    whole["hasAttachments"] = !message.attachments.empty();
    whole["bodyPreview"] = preview_of(message.text);
    whole["body"] =
        json::object{{"contentType", html ? "html" : "text"}, {"content", html ? message.html : message.text}};
  }
  json::object chosen{{"id", std::to_string(mail.id)}};
  for (auto& [name, value] : whole) {
    if (query.wants(name)) chosen.emplace(name, std::move(value));
  }
  return chosen;
}

json::object graph_attachment(const Mail& mail, const AttachedFile& file, std::size_t index) {
  const auto& facts = file.facts;
  json::object answer{
      {"@odata.type", facts.is_message ? "#microsoft.graph.itemAttachment" : "#microsoft.graph.fileAttachment"},
      {"@odata.mediaContentType", facts.media_type},
      {"id", std::to_string(index)},
      {"lastModifiedDateTime", device::to_iso8601(mail.received)},
      {"name", facts.name},
      {"contentType", facts.media_type},
      {"size", facts.size},
      {"isInline", facts.is_inline}};
  if (facts.is_message) return answer;
  answer["contentId"] = text_or_null(facts.content_id);
  answer["contentBytes"] = to_base64(file.content);
  return answer;
}

}  // namespace paneltwin::net::cloud
