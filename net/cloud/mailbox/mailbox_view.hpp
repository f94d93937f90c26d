// What the mailbox's pages show: mails and messages as the pages' data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "device/text/catalogue.hpp"
#include "net/cloud/mailbox/open_message.hpp"
#include "net/cloud/store/store.hpp"
#include "net/http/message.hpp"
#include "net/pages/templates.hpp"

namespace paneltwin::net::cloud {

/// What of the mailbox is looked at, as the list's address has it.
struct MailboxPlace {
  std::string folder = "inbox";  // or "sentitems"
  std::string words;             // searched for
  int page = 1;

  [[nodiscard]] std::string address() const;
};
inline constexpr int mails_on_a_page = 25;
MailboxPlace place_in(const http::Request& request);

/// "2.4 MB"; for people, so units of 1000.
std::string shown_size(std::size_t bytes);
/// "2026-05-04 09:00", UTC.
std::string shown_time(device::Instant at);

/// Rows of the list. `mails` may be one longer than a page: then there is a next one.
pages::Data list_view(const MailboxPlace& place, const std::vector<Mail>& mails, Store& store);
pages::Data message_view(const Mail& mail, const OpenedMessage& message);

/// The media type that a browser may show in place for this attachment; empty when it must be saved. Some scanners say
/// application/octet-stream: then the name's ending counts.
std::string viewable_type(std::string_view name, std::string_view media_type);

}  // namespace paneltwin::net::cloud
