#include "device/jobs/job_queue.hpp"

#include <fmt/format.h>

#include "device/email/mail_servers.hpp"
#include "device/fax/fax_page.hpp"
#include "device/jobs/save_job.hpp"
#include "device/jobs/scan_job.hpp"
#include "device/jobs/sheet_job.hpp"
#include "device/print/computer_print_job.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr int log_length = 500;
constexpr std::size_t recipients_remembered = 20;
constexpr int fax_limit_mb = 30;  // of attachments; the panel offers no other for faxes
constexpr Duration warm_up = 5s;  // after a power failure, until the network is there again

constexpr JobNeeds scan_and_send{.scanner = true, .line = true}, printing{.printer = true};

bool collide(const JobNeeds& one, const JobNeeds& other) {
  return (one.scanner && other.scanner) || (one.printer && other.printer) || (one.line && other.line);
}

void close(JobRecord& record, const Result<void>& result, Instant now) {
  Job& job = record.job;
  job.phase = JobPhase::ended;
  job.ended = now;
  job.result = result                                         ? JobResult::completed
               : result.error().kind == FailureKind::canceled ? JobResult::canceled
                                                              : JobResult::failed;
  if (job.result == JobResult::failed) job.failure = result.error();
  record.spooled = record.committing = false;
}

/// `used` first, then the others without it.
std::vector<std::string> remembered(const std::vector<std::string>& used, std::vector<std::string> others) {
  std::vector<std::string> all = used;
  std::erase_if(others, [&](const auto& other) { return std::ranges::find(used, other) != used.end(); });
  all.insert(all.end(), others.begin(), others.end());
  if (all.size() > recipients_remembered) all.resize(recipients_remembered);
  return all;
}

std::vector<std::string> without_repeats(const std::vector<std::string>& words) {
  std::vector<std::string> once;
  for (const auto& word : words) {
    if (std::ranges::find(once, word) == once.end()) once.push_back(word);
  }
  return once;
}

}  // namespace

MailRole JobQueue::role_of(JobType type) const {
  return type == JobType::fax ? MailRole::fax_server : outgoing_mail_role(core_.state);
}

JobQueue::~JobQueue() {
  for (const auto& job : jobs_) {
    job->stop.request_stop();
    const auto dropped = std::exchange(job->go_on, nullptr);  // it holds the job
  }
}

Result<void> JobQueue::take_up(std::vector<JobRecord> left) {
  spool_.sweep(left);
  for (auto& record : left) {
    const bool letter = record.job.type == JobType::email_notification;
    // What may have gone out already is not told twice; of letters there is nothing in the spool.
    if (letter ? record.committing : spool_.files(record.job.receipt).empty()) record.spooled = false;
    if (!mail_.find(role_of(record.job.type))) record.spooled = false;  // the model has no fax server any more
    if (!record.spooled) {
      close(record, fail(FailureKind::power_failure), core_.now());
      if (auto kept = core_.store.update(record); !kept) return kept;
      log(record);
      continue;
    }
    record.job.phase = JobPhase::waiting;
    record.job.resent_after_restart = record.job.resent_after_restart || std::exchange(record.committing, false);
    auto job = std::make_shared<QueuedJob>();
    job->record = std::move(record);
    const bool is_letter = job->record.job.type == JobType::email_notification;
    const bool prints = job->record.job.type == JobType::print;
    job->run = prints ? computer_print_job : is_letter ? send_from_spool : scan_job;
    // A letter that is tried again and again holds nobody up.
    if (!is_letter) job->needs = prints ? printing : scan_and_send;
    if (auto kept = keep(*job); !kept) return kept;
    jobs_.push_back(std::move(job));
  }
  core_.state.active.clear();  // what failed just now may have been told by a letter
  for (const auto& job : jobs_) core_.state.active.push_back(job->record.job);
  if (!jobs_.empty()) {
    warming_up_ = true;
    core_.ports.clock.call_after(warm_up, core_.while_alive([this] {
      warming_up_ = false;
      carry_out_next();
    }));
  }
  return {};
}

QueuedJob JobQueue::new_scan(const ScanRequest& scan, JobType type) const {
  QueuedJob job;
  job.run = scan_job;
  job.needs = scan_and_send;
  job.scan = scan;
  job.scan->recipients = without_repeats(scan.recipients);
  Job& shown = job.record.job;
  shown.type = type;
  shown.started = core_.now();
  shown.user = core_.state.users.user ? core_.state.users.user->id : "";
  shown.file_name = file_name_for(scan, shown.started) + std::string(extension_of(scan.format));
  return job;
}

Result<ReceiptNumber> JobQueue::start_mail(const ScanRequest& scan, JobType type, MailAccount::Sender sender) {
  if (auto good = check_settings(scan); !good) return std::unexpected(good.error());
  const auto& mail = mail_for(type);
  const auto ready = mail.ready(sender);
  if (auto good = acceptable(ready); !good) return std::unexpected(good.error());
  auto job = new_scan(scan, type);
  Job& shown = job.record.job;
  job.record.sender = sender;
  shown.from = mail.address_of(sender);
  shown.destinations = job.scan->recipients;
  shown.subject = scan.subject.empty() ? std::string(core_.words().text("email.subject")) : scan.subject;
  if (!ready) close(job.record, ready, core_.now());
  return accept(std::move(job));
}

ScanRequest JobQueue::resolved(ScanRequest scan) const {
  for (const int contact : scan.contacts) {
    std::ranges::copy_if(contacts_.addresses(contact), std::back_inserter(scan.recipients), is_mail_address);
  }
  scan.contacts.clear();
  return scan;
}

Result<ReceiptNumber> JobQueue::start_scan(const ScanRequest& asked) {
  if (auto good = check(asked); !good) return std::unexpected(good.error());
  if (asked.destination != ScanDestination::email) return start_save(asked);
  const auto scan = resolved(asked);
  if (scan.recipients.empty()) return fail(FailureKind::invalid_value, "recipients");  // the contacts are gone
  const auto receipt = start_mail(scan, JobType::scan_to_email, MailAccount::machine);
  if (!receipt) return receipt;
  auto recipients = remembered(without_repeats(scan.recipients), core_.state.recent_recipients);
  if (core_.store.set_recent_recipients(recipients)) {
    core_.state.recent_recipients = std::move(recipients);
    core_.publish();
  }
  return receipt;
}

Result<ReceiptNumber> JobQueue::scan_to_my_email(ScanRequest scan, const LoggedInUser& user,
                                                 MailAccount::Sender sender) {
  if (user.email.empty()) return fail(FailureKind::invalid_value, "email");
  scan.recipients = {user.email};
  return start_mail(scan, JobType::scan_to_my_email, sender);
}

Result<ReceiptNumber> JobQueue::scan_to_my_folder(const ScanRequest& scan, const LoggedInUser& user) {
  if (auto good = check_settings(scan); !good) return std::unexpected(good.error());
  if (auto good = acceptable({}); !good) return std::unexpected(good.error());
  auto job = new_scan(scan, JobType::scan_to_my_folder);
  job.record.job.destinations = {user.id};
  return accept(std::move(job));
}

Result<void> JobQueue::acceptable(const Result<void>& ready) const {
  if (!ready && ready.error().kind == FailureKind::email_server_off) return ready;
  const auto& originals = core_.ports.originals;
  if (!originals.at(OriginalPlace::feeder) && !originals.at(OriginalPlace::glass)) {
    return fail(FailureKind::no_original);
  }
  return {};
}

Result<ReceiptNumber> JobQueue::start_fax(const FaxRequest& fax) {
  if (auto good = check(fax); !good) return std::unexpected(good.error());
  auto wanted = fax.numbers;
  for (const int contact : fax.contacts) {
    std::ranges::copy_if(contacts_.addresses(contact), std::back_inserter(wanted), is_fax_number);
  }
  if (wanted.empty()) return fail(FailureKind::invalid_value, "numbers");  // the contacts are gone
  auto& server = core_.state.fax_server;
  if (!server) return fail(FailureKind::not_found);
  if (!server->use || server->email.stored.method == EmailMethod::off) return fail(FailureKind::fax_server_off);
  const auto ready = mail_for(JobType::fax).ready();
  if (auto good = acceptable(ready); !good) return std::unexpected(good.error());
  QueuedJob job;
  job.run = scan_job;
  job.needs = scan_and_send;
  job.fax = fax.resolution;
  job.scan = ScanRequest{.format = FileFormat::tiff_multi,
                         .color = ColorMode::black_and_white,
                         .resolution = scan_dpi(fax.resolution),
                         .two_sided = fax.two_sided,
                         .attachment_limit_mb = fax_limit_mb,
                         .file_name_prefix = "FAX"};
  Job& shown = job.record.job;
  shown.type = JobType::fax;
  shown.started = core_.now();
  shown.from = server->email.effective_sender;
  shown.destinations = without_repeats(wanted);
  shown.subject = core_.words().text("fax.subject", {{"device", core_.state.basic.device_name}});
  shown.file_name = file_name_for(*job.scan, shown.started) + std::string(extension_of(job.scan->format));
  if (!ready) close(job.record, ready, core_.now());

  auto numbers = remembered(shown.destinations, server->recent_numbers);
  if (core_.keep({{"fax_server.recent_numbers", fmt::format("{}", fmt::join(numbers, "\n"))}})) {
    server->recent_numbers = std::move(numbers);
  }
  return accept(std::move(job));
}

Result<ReceiptNumber> JobQueue::start_save(const ScanRequest& scan) {
  const auto& state = core_.state;
  const bool to_folder = scan.destination == ScanDestination::folder;
  if (to_folder && !core_.ports.folders) return fail(FailureKind::not_allowed, "no folders");
  if (!to_folder && !state.memory_device) return fail(FailureKind::memory_device_removed);
  if (!state.feeder && !state.glass) return fail(FailureKind::no_original);
  QueuedJob job;
  if (scan.folder) job.folders.push_back(*scan.folder);
  for (const int contact : scan.contacts) {
    for (auto& folder : contacts_.folders(contact)) job.folders.push_back(std::move(folder));
  }
  if (to_folder && job.folders.empty()) return fail(FailureKind::invalid_value, "recipients");
  job.run = to_folder ? save_to_folders_job : save_to_memory_device_job;
  job.needs = {.scanner = true, .line = to_folder};
  job.scan = scan;
  Job& shown = job.record.job;
  shown.type = to_folder ? JobType::scan_to_folder : JobType::scan_to_memory_device;
  shown.started = core_.now();
  for (const auto& folder : job.folders) shown.destinations.push_back(shown_location(folder));
  if (!to_folder) shown.destinations.push_back(state.memory_device->name);
  shown.file_name = file_name_for(scan, shown.started) + std::string(extension_of(scan.format));
  return accept(std::move(job));
}

Result<ReceiptNumber> JobQueue::print_status_sheet(const std::string& sheet) {
  if (!core_.assets.find("sheets/" + sheet + ".yaml")) return fail(FailureKind::invalid_value, "sheet");
  QueuedJob job;
  job.run = sheet_job;
  job.needs = printing;
  job.sheet = sheet;
  job.record.job.type = JobType::status_sheet;
  job.record.job.started = core_.now();
  return accept(std::move(job));
}

Result<ReceiptNumber> JobQueue::accept(QueuedJob job) {
  const auto receipt = core_.store.add(job.record);
  core_.set_device_error(FailureKind::store_failed, !receipt);
  if (!receipt) return receipt;
  job.record.job.receipt = *receipt;
  if (job.record.job.phase == JobPhase::ended) {
    log(job.record);
    core_.publish();
    return receipt;
  }
  job.goes_first = core_.state.interruption && job.record.job.type == JobType::copy;
  jobs_.push_back(std::make_shared<QueuedJob>(std::move(job)));
  show();
  carry_out_soon();  // after the reply
  return receipt;
}

Result<ReceiptNumber> JobQueue::refuse(QueuedJob job, Failure why) {
  close(job.record, std::unexpected(std::move(why)), core_.now());
  return accept(std::move(job));
}

void JobQueue::accept_with_file(QueuedJob waiting, std::string name, std::shared_ptr<const std::string> content,
                                Reply reply) {
  const auto receipt = core_.store.add(waiting.record);
  core_.set_device_error(FailureKind::store_failed, !receipt);
  if (!receipt) return reply(receipt);
  waiting.record.job.receipt = *receipt;
  waiting.at_work = true;  // keeps its place meanwhile
  const auto job = std::make_shared<QueuedJob>(std::move(waiting));
  jobs_.push_back(job);
  show();
  auto write = [spool = spool_, receipt = *receipt, name = std::move(name), content = std::move(content)] {
    if (auto made = spool.prepare(receipt); !made) return made;
    const auto file = spool.folder(receipt) / name;
    return write_file(file, *content, 0600) ? spool.sync(receipt) : fail(FailureKind::memory_full, file.string());
  };
  core_.work(std::move(write), [this, job, reply = std::move(reply)](Result<void> written) mutable {
    const auto number = job->record.job.receipt;
    if (std::ranges::find(jobs_, job) == jobs_.end()) {  // canceled meanwhile
      spool_.remove(number);
      return reply(fail(FailureKind::canceled));
    }
    if (written) {
      job->record.spooled = true;
      written = keep(*job);
    }
    if (written) {
      job->at_work = false;
    } else {
      end(job, written);
    }
    carry_out_next();
    reply(written ? Result<std::int64_t>(number) : std::unexpected(written.error()));
  });
}

void JobQueue::cancel(ReceiptNumber receipt, Reply reply) {
  const auto found = std::ranges::find(jobs_, receipt, [](const auto& job) { return job->record.job.receipt; });
  if (found == jobs_.end()) return reply(fail(FailureKind::not_found));
  const auto job = std::shared_ptr(*found);  // end() takes it out of the list
  if (job->record.committing) return reply(fail(FailureKind::busy));
  job->stop.request_stop();
  job->cancelers.push_back(std::move(reply));
  if (auto go_on = std::exchange(job->go_on, nullptr)) go_on(false);
  if (job->record.job.phase == JobPhase::waiting) end(job, fail(FailureKind::canceled));
}

void JobQueue::carry_out_next() {
  if (warming_up_) return;
  std::vector<JobNeeds> taken;
  for (const auto& job : in_turn()) {  // of a copy of the list: a job that ends at once takes itself out of it
    const bool free = std::ranges::none_of(taken, [&](const auto& needs) { return collide(needs, job->needs); });
    taken.push_back(job->needs);
    if (!free) continue;
    if (!job->at_work) carry_out(job);
    if (job->go_on && !stays(*job)) std::exchange(job->go_on, nullptr)(true);
  }
}

void JobQueue::carry_out(const std::shared_ptr<QueuedJob>& job) {
  job->at_work = true;
  job->run(*this, job, core_.while_alive([this, job](Result<void> result) {
    end(job, std::move(result));
    carry_out_next();
  }));
}

void JobQueue::end(const std::shared_ptr<QueuedJob>& job, Result<void> result) {
  close(job->record, result, core_.now());
  std::erase(jobs_, job);
  if (makes_room(*job)) core_.state.interruption.reset();
  const auto kept = keep(*job);
  if (kept) spool_.remove(job->record.job.receipt);
  log(job->record);
  show();
  const bool canceled = job->record.job.result == JobResult::canceled;
  for (auto& reply : job->cancelers) {
    if (!kept) {
      reply(std::unexpected(kept.error()));
    } else {
      reply(canceled ? Result<std::int64_t>(0) : fail(FailureKind::busy));
    }
  }
}

void JobQueue::log(const JobRecord& record) {
  auto& log = core_.state.log;
  log.insert(std::ranges::lower_bound(log, record.job.receipt, std::ranges::greater(), &Job::receipt), record.job);
  if (log.size() > log_length) {
    log.pop_back();
    (void)core_.store.trim_log(log_length);  // a store that keeps more does no harm
  }
  const bool asked_for = record.job.type != JobType::email_notification;  // nobody waits for a letter
  if (record.job.failure && asked_for) core_.notify(*record.job.failure, record.job.receipt);
  if (ended_) ended_(record.job);
}

void JobQueue::show() {
  core_.state.active.clear();
  for (const auto& job : jobs_) core_.state.active.push_back(job->record.job);
  core_.publish();
}

Result<void> JobQueue::keep(const QueuedJob& job) {
  auto kept = core_.store.update(job.record);
  core_.set_device_error(FailureKind::store_failed, !kept);
  return kept;
}

}  // namespace paneltwin::device
