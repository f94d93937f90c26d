// Letters of the machine's own: e-mail notifications.
#include "device/email/mail_servers.hpp"
#include "device/jobs/scan_job.hpp"

namespace paneltwin::device {

Result<void> JobQueue::send_letters(const std::vector<Letter>& letters, const SettingChanges& settings) {
  std::vector<JobRecord> records;
  for (const auto& letter : letters) {
    auto& record = records.emplace_back();
    record.job.type = JobType::email_notification;
    record.job.started = core_.now();
    record.job.from = mail_server(core_.state, role_of(record.job.type))->effective_sender;
    record.job.destinations = {letter.address};
    record.job.subject = letter.subject;
    record.body = letter.body;
    record.message_id = new_message_id(record.job.from);
    record.spooled = true;
  }
  const auto receipts = core_.store.add(records, settings);
  core_.set_device_error(FailureKind::store_failed, !receipts);
  if (!receipts) return std::unexpected(receipts.error());
  for (std::size_t i = 0; i < records.size(); ++i) {
    auto job = std::make_shared<QueuedJob>();
    job->run = send_from_spool;
    job->record = std::move(records[i]);
    job->record.job.receipt = (*receipts)[i];
    jobs_.push_back(std::move(job));
  }
  if (!records.empty()) show();
  core_.loop.post(core_.while_alive([this] { carry_out_next(); }));
  return {};
}

}  // namespace paneltwin::device
