// A mail as the operator's side tells programs of it.
#pragma once

#include <boost/json/object.hpp>

#include "net/cloud/cloud.hpp"

namespace paneltwin::panel {

boost::json::object as_json(const net::cloud::MailSummary& mail);

}  // namespace paneltwin::panel
