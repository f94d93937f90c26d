#include "panel/automation/mail_json.hpp"

#include <boost/json.hpp>

namespace paneltwin::panel {

namespace json = boost::json;

boost::json::object as_json(const net::cloud::MailSummary& mail) {
  return {{"id", mail.id},
          {"mailbox", mail.mailbox},
          {"from", mail.from},
          {"to", json::value_from(mail.to)},
          {"subject", mail.subject},
          {"message_id", mail.message_id},
          {"received", device::to_iso8601(mail.received)},
          {"attachments", json::value_from(mail.attachments)},
          {"size", mail.size}};
}

}  // namespace paneltwin::panel
