// A job as people see it on Job/Status and in the job history.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "device/clock.hpp"
#include "device/failure.hpp"

namespace paneltwin::device {

using ReceiptNumber = std::int64_t;  // counts up from 1, never used twice, survives restarts

enum class JobType {
  scan_to_email,
  status_sheet,
  fax,
  email_notification,
  scan_to_my_email,
  scan_to_my_folder,
  copy,
  scan_to_folder,
  scan_to_memory_device,
  print_from_memory_device,
  maintenance,
  print,  // from a computer
};
enum class JobPhase { waiting, scanning, sending, printing, paused, processing, ended };
enum class JobResult { none, completed, failed, canceled };

struct Job {
  ReceiptNumber receipt = 0;
  JobType type{};
  JobPhase phase = JobPhase::waiting;
  JobResult result = JobResult::none;
  Instant started{};
  std::optional<Instant> ended;
  std::string user;
  std::string from;  // sender's address
  std::vector<std::string> destinations;
  std::string subject;
  std::string file_name;
  int pages_done = 0;
  int pages_total = 0;
  std::optional<Failure> failure;     // when failed
  bool resent_after_restart = false;  // power went in the middle of sending: the recipient may have it twice
  bool operator==(const Job&) const = default;
};

}  // namespace paneltwin::device
