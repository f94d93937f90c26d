// A job as the store keeps it: what people see, and what it takes to send it again after a power failure.
#pragma once

#include <string>

#include "device/jobs/job.hpp"

namespace paneltwin::device {

struct JobRecord {
  Job job;
  std::int64_t sender = 0;  // number of the user whose own sign-in sends it; 0: the machine's
  std::string message_id;   // kept over a resend, so that a mail server or a reader can tell the second from a new one
  std::string body;         // of the message
  bool spooled = false;     // the files to send lie in the spool
  bool committing = false;  // the end of the data may have reached the server
};

}  // namespace paneltwin::device
