// The mailbox in the browser: the list, a message, its parts and its source.
#pragma once

#include <memory>

#include "device/loop.hpp"
#include "net/cloud/mailbox/open_message.hpp"
#include "net/cloud/pages/visitor_pages.hpp"
#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

/// Loop only; messages are taken apart on the worker. What it is given must outlive it and its routes.
class MailboxPages {
 public:
  MailboxPages(device::Loop& loop, Store& store, const VisitorPages& pages)
      : loop_(loop), store_(store), pages_(pages) {}
  /// "/mailbox" and under it.
  void add_routes(http::Router& router);

 private:
  using Found = std::function<void(const Visit&, const Mail&, std::string source, http::Respond)>;
  /// Hands on the mail that the address names, when it lies in the visitor's mailbox; 404 otherwise.
  [[nodiscard]] http::Handler of_mail(Found found);

  void show_list(const Visit& visit, http::Respond respond);
  void tell_newest(const Visit& visit, http::Respond respond);
  void show_message(const Visit& visit, const Mail& mail, std::string source, http::Respond respond);
  void show_source(const Visit& visit, const Mail& mail, const std::string& source, http::Respond respond);
  void send_formatted_text(std::string source, http::Respond respond);
  void send_attachment(const Visit& visit, std::string source, http::Respond respond);
  [[nodiscard]] pages::Data frame_of(const Visit& visit, std::string_view folder);

  device::Loop& loop_;
  Store& store_;
  const VisitorPages& pages_;
  std::shared_ptr<int> alive_ = std::make_shared<int>();
};

}  // namespace paneltwin::net::cloud
