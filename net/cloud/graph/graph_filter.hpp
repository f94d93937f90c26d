// "$filter" of a list of messages, as far as programs that wait for a mail use it: comparisons joined by "and".
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "net/cloud/store/records.hpp"

namespace paneltwin::net::cloud {

/// True for the mails that are asked for.
using MailFilter = std::function<bool(const Mail&)>;

/// Of isRead, hasAttachments, receivedDateTime, subject and from/emailAddress/address, with eq, ne, gt, ge, lt and le
/// where they make sense, and of contains() and startswith(). Texts compare without case. Nothing for anything else.
std::optional<MailFilter> parse_graph_filter(std::string_view text);

}  // namespace paneltwin::net::cloud
