// Microsoft Graph's reading side: a program with a token for Mail.Read looks into the mailbox of whoever signed it in.
// Shapes, codes and words as in the reference of Graph v1.0; nothing is written or sent here.
#pragma once

#include <memory>

#include "device/loop.hpp"
#include "net/cloud/graph/graph_json.hpp"
#include "net/cloud/identity/tokens.hpp"
#include "net/http/router.hpp"

namespace paneltwin::net::cloud {

/// Loop only; messages are taken apart on the worker. What it is given must outlive it and its routes.
class GraphApi {
 public:
  GraphApi(device::Loop& loop, const device::Clock& clock, Store& store, const Tokens& tokens)
      : loop_(loop), clock_(clock), store_(store), tokens_(tokens) {}
  /// "/v1.0" and under it, and "/oidc/userinfo".
  void add_routes(http::Router& router);

 private:
  /// A request whose token is good.
  struct Call {
    http::Request request;
    User user;
    bool basic = false;       // the token reads no words and no attachments
    std::string source = {};  // of `mail`
    Mail mail = {};
  };
  using Answer = void (GraphApi::*)(const Call&, http::Respond);

  /// For "/v1.0/me…" and "/v1.0/users/{user}…" alike: one's own mailbox only.
  void add(http::Router& router, const std::string& rest, Answer answer,
           std::initializer_list<std::string_view> permissions);
  [[nodiscard]] std::expected<Call, GraphError> admit(const http::Request& request,
                                                      std::span<const std::string_view> permissions);
  /// Finds the message that the address names first.
  template <Answer answer>
  void of_message(const Call& call, http::Respond respond);

  /// OpenID Connect's "userinfo".
  http::Response tell_who(const http::Request& request);
  void show_user(const Call& call, http::Respond respond);
  void list_folders(const Call& call, http::Respond respond);
  void show_folder(const Call& call, http::Respond respond);
  void list_messages(const Call& call, http::Respond respond);
  void show_message(const Call& call, http::Respond respond);
  void send_source(const Call& call, http::Respond respond);
  void list_attachments(const Call& call, http::Respond respond);
  void show_attachment(const Call& call, http::Respond respond);
  void send_attachment(const Call& call, http::Respond respond);

  [[nodiscard]] http::Response refused(const http::Request& request, const GraphError& error) const;

  device::Loop& loop_;
  const device::Clock& clock_;
  Store& store_;
  const Tokens& tokens_;
  std::shared_ptr<int> alive_ = std::make_shared<int>();
};

}  // namespace paneltwin::net::cloud
