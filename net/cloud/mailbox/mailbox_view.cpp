#include "net/cloud/mailbox/mailbox_view.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "net/cloud/mailbox/file_names.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

using pages::Data;

namespace {

constexpr int last_page = 100'000;

struct Viewable {
  std::string_view ending, type;
};
constexpr auto viewable = std::to_array<Viewable>({{".pdf", "application/pdf"},
                                                   {".jpg", "image/jpeg"},
                                                   {".jpeg", "image/jpeg"},
                                                   {".png", "image/png"},
                                                   {".gif", "image/gif"},
                                                   {".txt", "text/plain"}});

/// As the directory has them; an address that it does not know stays.
std::string people(const std::vector<std::string>& addresses, Store& store) {
  std::string names;
  for (const auto& address : addresses) {
    const auto user = store.user_with_address(address);
    names += (names.empty() ? "" : "; ") + (user ? user->name : address);
  }
  return names;
}

/// As the message has them: "Maria Santos <maria.santos@contoso.example>, …".
std::string shown_people(const std::vector<Correspondent>& people) {
  std::string text;
  for (const auto& [name, address] : people) {
    if (!text.empty()) text += ", ";
    text += name.empty() ? address : fmt::format("{} <{}>", name, address);
  }
  return text;
}

Data time_of(device::Instant at) {
  Data time;
  time.set("iso", device::to_iso8601(at));
  time.set("shown", shown_time(at));
  return time;
}

}  // namespace

std::string MailboxPlace::address() const {
  auto address = "/mailbox?folder=" + folder;
  if (!words.empty()) address += "&q=" + http::percent_encode(words);
  if (page > 1) address += fmt::format("&page={}", page);
  return address;
}

MailboxPlace place_in(const http::Request& request) {
  MailboxPlace place;
  if (request.query_value("folder") == "sentitems") place.folder = "sentitems";
  place.words = trimmed(request.query_value("q"));
  const auto number = request.query_value("page");
  std::from_chars(number.data(), number.data() + number.size(), place.page);
  place.page = std::clamp(place.page, 1, last_page);
  return place;
}

std::string shown_size(std::size_t bytes) {
  if (bytes < 1000) return fmt::format("{} B", bytes);
  if (bytes < 1'000'000) return fmt::format("{:.0f} kB", static_cast<double>(bytes) / 1e3);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::string shown_time(device::Instant at) {
  auto text = device::to_iso8601(at).substr(0, std::string_view("2026-05-04T09:00").size());
  std::ranges::replace(text, 'T', ' ');
  return text;
}

Data list_view(const MailboxPlace& place, const std::vector<Mail>& mails, Store& store) {
  Data rows(Data::type::list);
  for (const auto& mail : mails) {
    if (rows.list_value().size() == mails_on_a_page) break;
    Data row;
    row.set("address", fmt::format("/mailbox/{}", mail.id));
    row.set("who", people(place.folder == "inbox" ? std::vector{mail.from} : mail.to, store));
    if (!mail.subject.empty()) row.set("subject", mail.subject);
    row.set("time", time_of(mail.received));
    row.set("size", shown_size(mail.size));
    row.set("attached", !mail.attachments.empty());
    row.set("unread", !mail.seen && place.folder == "inbox");
    rows.push_back(row);
  }
  Data list;
  list.set("empty", mails.empty());
  list.set("searched", !place.words.empty());
  list.set("mails", rows);
  const auto turn_to = [&](const char* name, int page) {
    auto other = place;
    other.page = page;
    list.set(name, other.address());
  };
  if (place.page > 1) turn_to("newer", place.page - 1);
  if (mails.size() > mails_on_a_page) turn_to("older", place.page + 1);
  return list;
}

Data message_view(const Mail& mail, const OpenedMessage& message) {
  Data data;
  const auto here = fmt::format("/mailbox/{}", mail.id);
  data.set("here", here);
  if (!message.subject.empty()) data.set("subject", message.subject);
  data.set("from", message.from.empty() ? mail.from : shown_people(message.from));
  data.set("to", message.to.empty() ? fmt::format("{}", fmt::join(mail.to, ", ")) : shown_people(message.to));
  if (!message.cc.empty()) data.set("cc", shown_people(message.cc));
  if (!message.date.empty()) data.set("date", message.date);
  data.set("message_id", mail.message_id);
  data.set("time", time_of(mail.received));
  data.set("size", shown_size(mail.size));
  if (!message.text.empty()) data.set("text", message.text);
  data.set("formatted", !message.html.empty());
  data.set("no_words", message.text.empty() && message.html.empty());
  Data attachments(Data::type::list);
  for (std::size_t i = 0; i < message.attachments.size(); ++i) {
    const auto& attachment = message.attachments[i];
    Data one;
    one.set("name", attachment.name);
    one.set("type", attachment.media_type);
    one.set("size", shown_size(attachment.size));
    one.set("address", fmt::format("{}/attachments/{}", here, i));
    one.set("viewable", !viewable_type(attachment.name, attachment.media_type).empty());
    attachments.push_back(one);
  }
  data.set("has_attachments", !message.attachments.empty());
  data.set("attachment_count", std::to_string(message.attachments.size()));
  data.set("attachments", attachments);
  return data;
}

std::string viewable_type(std::string_view name, std::string_view media_type) {
  const auto type = lower(media_type), file = lower(name);
  for (const auto& one : viewable) {
    if (type == one.type || (type == "application/octet-stream" && file.ends_with(one.ending))) {
      return std::string(one.type);
    }
  }
  return {};
}

}  // namespace paneltwin::net::cloud
