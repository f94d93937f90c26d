// Outlook.com, the service of personal mailboxes, gives each message an id of its own.
#pragma once

#include <string>

namespace paneltwin::net::cloud {

/// `message` with the id that its sender gave it under the name that Outlook.com sets it aside by:
/// X-Microsoft-Original-Message-ID.
std::string with_id_aside(std::string message);

}  // namespace paneltwin::net::cloud
