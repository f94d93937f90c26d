// Each mail server has the same pages, at addresses of its own.
#pragma once

#include <string_view>

#include "device/email/email_server.hpp"

namespace paneltwin::net::webconfig {

struct MailPages {
  device::MailRole role;
  std::string_view settings, test;  // ids of the pages
};

inline constexpr MailPages mail_pages[] = {
    {device::MailRole::email, "NW_EMAIL_BASIC", "NW_EMAIL_TEST"},
    {device::MailRole::fax_server, "FAX_SERVER_EMAIL", "FAX_SERVER_TEST"},
    {device::MailRole::additional_network, "NW2_EMAIL_BASIC", "NW2_EMAIL_TEST"},
};

}  // namespace paneltwin::net::webconfig
