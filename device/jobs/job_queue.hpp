// Jobs, one after another, from the receipt number to the job log.
#pragma once

#include <memory>
#include <vector>

#include "device/condition/machine_conditions.hpp"
#include "device/core.hpp"
#include "device/email/mail_account.hpp"
#include "device/jobs/queued_job.hpp"
#include "device/jobs/spool.hpp"

namespace paneltwin::device {

class JobQueue {
 public:
  JobQueue(Core& core, MailAccount& mail, MachineConditions& conditions)
      : core_(core), mail_(mail), conditions_(conditions), spool_(core.options.folder / "spool") {}
  ~JobQueue();
  JobQueue(const JobQueue&) = delete;
  JobQueue& operator=(const JobQueue&) = delete;

  /// Takes up what a power failure left: what was spooled is sent (again), everything else has failed.
  Result<void> take_up(std::vector<JobRecord> left);

  /// The receipt number, once the job is in the store. Failures: invalid_value, email_server_off, no_original,
  /// store_failed. Without a good sign-in the job is accepted, and fails at once (guide, "Troubleshooting").
  Result<ReceiptNumber> start_scan(const ScanRequest& scan);
  Result<ReceiptNumber> print_status_sheet();
  /// Puts a job of any kind into the store and carries it out when its turn comes. Failure: store_failed.
  Result<ReceiptNumber> accept(QueuedJob job);
  /// Answers when the job has ended. Failures: not_found; busy, when it cannot be stopped any more.
  void cancel(ReceiptNumber receipt, Reply reply);

  // For the jobs themselves.
  [[nodiscard]] Core& core() { return core_; }
  [[nodiscard]] MailAccount& mail() { return mail_; }
  [[nodiscard]] MachineConditions& conditions() { return conditions_; }
  [[nodiscard]] const Spool& spool() const { return spool_; }
  /// Shows the jobs as they are now.
  void show();
  /// Keeps the job's record as it is now.
  Result<void> keep(const QueuedJob& job);

 private:
  void carry_out_next();
  void carry_out(const std::shared_ptr<QueuedJob>& job);
  void end(const std::shared_ptr<QueuedJob>& job, Result<void> result);
  void log(const JobRecord& record);

  Core& core_;
  MailAccount& mail_;
  MachineConditions& conditions_;
  Spool spool_;
  std::vector<std::shared_ptr<QueuedJob>> jobs_;  // oldest first
  bool warming_up_ = false;
};

}  // namespace paneltwin::device
