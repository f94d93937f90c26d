// The job log, the jobs under way, and the recent recipients in the store.
#include <optional>

#include <fmt/format.h>

#include "device/names.hpp"
#include "device/store/kept_values.hpp"

namespace paneltwin::device {

namespace {

constexpr std::string_view columns =
    "receipt, type, phase, result, started, ended, user, sender, destinations, subject, file_name, pages_done, "
    "pages_total, failure, failure_detail, resent, message_id, body, spooled, committing, sender_user";

Instant instant(std::int64_t milliseconds) { return Instant(Duration(milliseconds)); }

/// Nothing when a name in the row is unknown.
std::optional<JobRecord> record(const Database::Row& row) {
  const auto type = named<JobType>(row.text(1));
  const auto phase = named<JobPhase>(row.text(2));
  const auto result = named<JobResult>(row.text(3));
  const auto failure = row.empty(13) ? std::nullopt : failure_named(row.text(13));
  if (!type || !phase || !result || (!row.empty(13) && !failure)) return std::nullopt;
  JobRecord record;
  Job& job = record.job;
  job.receipt = row.integer(0);
  job.type = *type;
  job.phase = *phase;
  job.result = *result;
  job.started = instant(row.integer(4));
  if (!row.empty(5)) job.ended = instant(row.integer(5));
  job.user = row.text(6);
  job.from = row.text(7);
  job.destinations = lines(row.text(8));
  job.subject = row.text(9);
  job.file_name = row.text(10);
  job.pages_done = static_cast<int>(row.integer(11));
  job.pages_total = static_cast<int>(row.integer(12));
  if (failure) job.failure = Failure{*failure, row.text(14)};
  job.resent_after_restart = row.integer(15) != 0;
  record.message_id = row.text(16);
  record.body = row.text(17);
  record.spooled = row.integer(18) != 0;
  record.committing = row.integer(19) != 0;
  record.sender = row.integer(20);
  return record;
}

Result<void> put(Database& database, const JobRecord& record, Database::Value receipt) {
  const Job& job = record.job;
  using Value = Database::Value;
  const auto word = [](auto value) { return std::string(name_of(value)); };
  return database.run(
      fmt::format("INSERT OR REPLACE INTO job ({}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", columns),
      {std::move(receipt),
       word(job.type),
       word(job.phase),
       word(job.result),
       job.started.time_since_epoch().count(),
       job.ended ? Value(job.ended->time_since_epoch().count()) : Value(nullptr),
       job.user,
       job.from,
       fmt::format("{}", fmt::join(job.destinations, "\n")),
       job.subject,
       job.file_name,
       std::int64_t{job.pages_done},
       std::int64_t{job.pages_total},
       job.failure ? Value(word(job.failure->kind)) : Value(nullptr),
       job.failure ? job.failure->detail : "",
       std::int64_t{job.resent_after_restart},
       record.message_id,
       record.body,
       std::int64_t{record.spooled},
       std::int64_t{record.committing},
       record.sender});
}

/// The records that `sql` finds.
Result<std::vector<JobRecord>> find(Database& database, const std::string& sql,
                                    std::initializer_list<Database::Value> values) {
  std::vector<JobRecord> records;
  std::optional<std::int64_t> unreadable;
  auto read = database.query(sql, values, [&](const Database::Row& row) {
    if (auto found = record(row)) {
      records.push_back(std::move(*found));
    } else {
      unreadable = row.integer(0);
    }
  });
  if (!read) return std::unexpected(read.error());
  if (unreadable) {
    return fail(FailureKind::store_failed,
                fmt::format("{}: job {} has a word that no job has", database.file().string(), *unreadable));
  }
  return records;
}

}  // namespace

Result<std::vector<Job>> Store::log(int count) {
  auto records =
      find(database_, fmt::format("SELECT {} FROM job WHERE phase = 'ended' ORDER BY receipt DESC LIMIT ?", columns),
           {std::int64_t{count}});
  if (!records) return std::unexpected(records.error());
  std::vector<Job> jobs;
  for (auto& found : *records) jobs.push_back(std::move(found.job));
  return jobs;
}

Result<std::vector<JobRecord>> Store::active() {
  return find(database_, fmt::format("SELECT {} FROM job WHERE phase <> 'ended' ORDER BY receipt", columns), {});
}

Result<ReceiptNumber> Store::add(const JobRecord& record) {
  if (auto done = put(database_, record, nullptr); !done) return std::unexpected(done.error());
  return database_.last_insert_id();
}

Result<std::vector<ReceiptNumber>> Store::add(const std::vector<JobRecord>& records, const SettingChanges& settings) {
  std::vector<ReceiptNumber> receipts;
  auto done = database_.transaction([&]() -> Result<void> {
    for (const auto& record : records) {
      auto receipt = add(record);
      if (!receipt) return std::unexpected(receipt.error());
      receipts.push_back(*receipt);
    }
    return change_table("setting", settings);
  });
  if (!done) return std::unexpected(done.error());
  return receipts;
}

Result<void> Store::update(const JobRecord& record) { return put(database_, record, record.job.receipt); }

Result<void> Store::trim_log(int count) {
  return database_.run(
      "DELETE FROM job WHERE phase = 'ended' AND receipt NOT IN "
      "(SELECT receipt FROM job WHERE phase = 'ended' ORDER BY receipt DESC LIMIT ?)",
      {std::int64_t{count}});
}

Result<std::vector<std::string>> Store::recent_recipients() {
  std::vector<std::string> addresses;
  auto read = database_.query("SELECT address FROM recipient ORDER BY place", {},
                              [&](const Database::Row& row) { addresses.push_back(row.text(0)); });
  if (!read) return std::unexpected(read.error());
  return addresses;
}

Result<void> Store::set_recent_recipients(const std::vector<std::string>& addresses) {
  return database_.transaction([&] {
    auto done = database_.run("DELETE FROM recipient");
    for (const auto& address : addresses) {
      if (done) done = database_.run("INSERT INTO recipient (address) VALUES (?)", {address});
    }
    return done;
  });
}

}  // namespace paneltwin::device
