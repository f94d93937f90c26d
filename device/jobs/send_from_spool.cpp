#include "device/jobs/scan_job.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

/// How often, and after which wait, the server is asked again.
struct Patience {
  int tries;
  Duration wait;
};
constexpr Patience of_a_person{3, 1min};
constexpr Patience of_a_letter{6, 2min};  // nobody stands by and presses Send again

FileFormat format_of(const std::filesystem::path& file) {
  for (const auto format : {FileFormat::jpeg, FileFormat::tiff_multi}) {
    if (file.extension() == extension_of(format)) return format;
  }
  return FileFormat::pdf;
}

/// A fax number is an address at the fax provider's.
std::vector<std::string> addresses_of(const Job& job, const State& state) {
  auto addresses = job.destinations;
  if (job.type == JobType::fax) {
    for (auto& address : addresses) address += "@" + state.fax_server->domain;
  }
  return addresses;
}

MailMessage message_of(const QueuedJob& job, const Spool& spool, const State& state) {
  const auto& shown = job.record.job;
  MailMessage message{.message_id = job.record.message_id,
                      .date = shown.started,
                      .from = shown.from,
                      .to = addresses_of(shown, state),
                      .subject = shown.subject,
                      .body = job.record.body};
  for (const auto& file : spool.files(shown.receipt)) {
    message.attachments.push_back({file.filename(), std::string(media_type_of(format_of(file))), file});
  }
  return message;
}

/// One dialogue with the server.
void send(JobQueue& queue, const std::shared_ptr<QueuedJob>& job, const MailAccess& access, JobDone done) {
  job->record.job.from = access.sender;
  auto committing = queue.core().while_alive([&queue, job] {
    job->record.committing = true;
    (void)queue.keep(*job);  // a store that fails now cannot call the message back
  });
  queue.core().ports.mail.send(access.server, message_of(*job, queue.spool(), queue.core().state),
                               std::move(committing), job->stop.get_token(),
                               [done = std::move(done)](Result<MailReceipt> receipt) mutable {
                                 done(receipt ? Result<void>() : std::unexpected(receipt.error()));
                               });
}

/// The network or the server is not there now, and the message has not gone.
bool is_out_of_reach(const JobRecord& record, const Failure& failure) {
  using enum FailureKind;
  return !record.committing &&
         (failure.kind == dns || failure.kind == communication || failure.kind == cloud_communication);
}

/// The server has said that it did not take the message: nobody has it yet.
Result<void> not_committed(JobQueue& queue, QueuedJob& job) {
  if (!job.record.committing) return {};
  job.record.committing = false;
  return queue.keep(job);
}

}  // namespace

Flow send_from_spool(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done) {
  Core& core = queue.core();
  MailAccount& mail = queue.mail_for(job->record.job.type);
  const auto stop = job->stop.get_token();
  job->record.job.phase = JobPhase::sending;
  queue.show();

  const bool letter = job->record.job.type == JobType::email_notification;
  const auto patience = letter ? of_a_letter : of_a_person;
  bool token_tried_anew = false;
  Result<void> sent;
  for (int attempt = 1; attempt <= patience.tries; ++attempt) {
    if (job->record.job.type == JobType::fax && !core.state.fax_server->use) {  // switched off meanwhile
      sent = fail(FailureKind::fax_server_off);
      break;
    }
    auto access = co_await Answer<Result<MailAccess>>(
        core, [&](auto access_done) { mail.access(job->record.sender, std::move(access_done)); });
    if (stop.stop_requested()) {
      sent = fail(FailureKind::canceled);
      break;
    }
    if (access) {
      sent = co_await Answer<Result<void>>(core,
                                           [&](JobDone send_done) { send(queue, job, *access, std::move(send_done)); });
    } else {
      sent = std::unexpected(access.error());
    }
    if (sent) break;
    const bool stale_token = access && access->token_may_be_stale && sent.error().kind == FailureKind::authentication;
    if (stale_token && !token_tried_anew) {
      token_tried_anew = true;
      mail.distrust_token(job->record.sender);
      --attempt;
      continue;
    }
    const bool again =
        sent.error().kind == FailureKind::temporary || (letter && is_out_of_reach(job->record, sent.error()));
    if (!again || attempt == patience.tries) break;
    if (auto kept = not_committed(queue, *job); !kept) {
      sent = kept;
      break;
    }
    const bool passed = co_await pause(core, patience.wait, stop);
    if (!passed) {
      sent = fail(FailureKind::canceled);
      break;
    }
  }
  if (!sent && job->record.committing && sent.error().kind == FailureKind::communication) {
    sent.error().detail += "; the server may have taken the message";  // nobody can tell, and nobody sends it again
  }
  done(std::move(sent));
}

}  // namespace paneltwin::device
