// Mails, folders and people as Microsoft Graph writes them (v1.0).
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "net/cloud/graph/graph_query.hpp"
#include "net/cloud/mailbox/open_message.hpp"
#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

/// "microsoft.graph.user".
boost::json::object graph_user(const User& user);
/// "microsoft.graph.mailFolder".
boost::json::object graph_folder(std::string_view id, Store::MailCount count);

/// "microsoft.graph.message" with the properties that `query` chose; `id` always. `basic`: without the words and what
/// is attached, as Mail.ReadBasic has it. `origin` is where the mailbox's page is.
boost::json::object graph_message(const Mail& mail, const OpenedMessage& message, const GraphQuery& query, bool basic,
                                  std::string_view origin);

/// "microsoft.graph.fileAttachment" with its bytes, or "itemAttachment" for a message within the message.
boost::json::object graph_attachment(const Mail& mail, const AttachedFile& file, std::size_t index);

}  // namespace paneltwin::net::cloud
