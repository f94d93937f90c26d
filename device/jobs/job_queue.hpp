// Jobs, one after another, from the receipt number to the job log.
#pragma once

#include <memory>
#include <vector>

#include "device/condition/machine_conditions.hpp"
#include "device/contacts/contacts.hpp"
#include "device/core.hpp"
#include "device/email/mail_accounts.hpp"
#include "device/jobs/queued_job.hpp"
#include "device/jobs/spool.hpp"

namespace paneltwin::device {

/// A mail that nobody asked for at the panel.
struct Letter {
  std::string address, subject, body;
};

class JobQueue {
 public:
  JobQueue(Core& core, MailAccounts& mail, MachineConditions& conditions, Contacts& contacts)
      : core_(core), mail_(mail), conditions_(conditions), contacts_(contacts), spool_(core.options.folder / "spool") {}
  ~JobQueue();
  JobQueue(const JobQueue&) = delete;
  JobQueue& operator=(const JobQueue&) = delete;

  /// Takes up what a power failure left: what was spooled is sent (again), everything else has failed.
  Result<void> take_up(std::vector<JobRecord> left);

  /// The receipt number, once the job is in the store. Failures: invalid_value, email_server_off, no_original,
  /// store_failed. Without a good sign-in the job is accepted, and fails at once (guide, "Troubleshooting").
  Result<ReceiptNumber> start_scan(const ScanRequest& scan);
  /// The same to `user`'s own address, from it too where `sender` says so. Failure: also invalid_value ("email").
  Result<ReceiptNumber> scan_to_my_email(ScanRequest scan, const LoggedInUser& user, MailAccount::Sender sender);
  /// Failures: invalid_value, no_original, store_failed.
  Result<ReceiptNumber> scan_to_my_folder(const ScanRequest& scan, const LoggedInUser& user);
  /// Likewise; failures also: fax_server_off, not_found (the model has no fax server).
  Result<ReceiptNumber> start_fax(const FaxRequest& fax);
  /// Failure: invalid_value, when assets/sheets/ has no such file.
  Result<ReceiptNumber> print_status_sheet(const std::string& sheet);
  /// Puts a job of any kind into the store and carries it out when its turn comes. Failure: store_failed.
  Result<ReceiptNumber> accept(QueuedJob job);
  /// The same for a job that is refused at once: it is in the log with what it failed for.
  Result<ReceiptNumber> refuse(QueuedJob job, Failure why);
  /// The same with a file that is to lie in the spool first, as `name`, so that the job survives a power failure.
  /// Failures: memory_full, store_failed; canceled.
  void accept_with_file(QueuedJob job, std::string name, std::shared_ptr<const std::string> content, Reply reply);
  /// Interrupt, or let the job that was interrupted go on. Failure: not_found, when none can be.
  Result<void> interrupt(bool on);
  /// Letters of the machine's own and `settings` go into the store together, or neither.
  Result<void> send_letters(const std::vector<Letter>& letters, const SettingChanges& settings);
  /// Answers when the job has ended. Failures: not_found; busy, when it cannot be stopped any more.
  void cancel(ReceiptNumber receipt, Reply reply);

  /// `seen` is told of each job that ends from now on.
  void on_ended(std::function<void(const Job&)> seen) { ended_ = std::move(seen); }

  // For the jobs themselves.
  [[nodiscard]] Core& core() { return core_; }
  /// The mail server that a job of this type goes out through.
  [[nodiscard]] MailAccount& mail_for(JobType type) { return mail_.account(role_of(type)); }
  [[nodiscard]] MachineConditions& conditions() { return conditions_; }
  [[nodiscard]] const Spool& spool() const { return spool_; }
  /// Shows the jobs as they are now.
  void show();
  /// Whether the job is to stand still at the end of its sheet.
  [[nodiscard]] bool makes_room(const QueuedJob& job) const;
  /// It does, until `go_on`.
  void stand(const std::shared_ptr<QueuedJob>& job, std::move_only_function<void(bool)> go_on);
  /// Keeps the job's record as it is now.
  Result<void> keep(const QueuedJob& job);

 private:
  [[nodiscard]] MailRole role_of(JobType type) const;
  /// What a job that sends an original is refused for at once, where `ready` is its mail server's answer.
  [[nodiscard]] Result<void> acceptable(const Result<void>& ready) const;
  Result<ReceiptNumber> start_mail(const ScanRequest& scan, JobType type, MailAccount::Sender sender);
  /// A job that scans, as it looks at first.
  [[nodiscard]] QueuedJob new_scan(const ScanRequest& scan, JobType type) const;
  /// Scan to folders or to the memory device. Failures: also memory_device_removed.
  Result<ReceiptNumber> start_save(const ScanRequest& scan);
  /// With the addresses of its contacts.
  [[nodiscard]] ScanRequest resolved(ScanRequest scan) const;
  void carry_out_next();
  void carry_out_soon() {
    core_.loop.post(core_.while_alive([this] { carry_out_next(); }));
  }
  /// In the order in which they get what they need: what is at work, copies of who interrupted, who came first.
  [[nodiscard]] std::vector<std::shared_ptr<QueuedJob>> in_turn() const;
  /// Whether a job that stands still stays so for somebody's copy.
  [[nodiscard]] bool stays(const QueuedJob& job) const;
  void carry_out(const std::shared_ptr<QueuedJob>& job);
  void end(const std::shared_ptr<QueuedJob>& job, Result<void> result);
  void log(const JobRecord& record);

  Core& core_;
  MailAccounts& mail_;
  MachineConditions& conditions_;
  Contacts& contacts_;
  Spool spool_;
  std::vector<std::shared_ptr<QueuedJob>> jobs_;  // oldest first
  std::function<void(const Job&)> ended_;
  bool warming_up_ = false;
};

}  // namespace paneltwin::device
