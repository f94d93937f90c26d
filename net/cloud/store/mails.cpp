// Store: messages, kept once, and their copies in mailboxes.
#include <fmt/format.h>

#include "net/cloud/store/store.hpp"
#include "net/cloud/store/times.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

using device::Database;
using device::Result;

/// What MailQuery names: ?1 mailbox, ?2 folder, ?3 words.
static constexpr std::string_view those_asked_for =
    "WHERE due = 0 AND (?1 = '' OR mailbox = ?1) AND (?2 = '' OR folder = ?2) AND (?3 = '' OR message IN (SELECT id "
    "FROM message "
    "WHERE instr(lower(subject || char(10) || sender || char(10) || recipients || char(10) || attachments), ?3) > 0))";

Result<void> Store::deliver(const Mail& mail, std::string_view source, const std::vector<MailCopy>& copies) {
  auto done = database_.run(
      "INSERT INTO message (message_id, sender, recipients, subject, attachments, received, size, source, protocol) "
      "VALUES (?,?,?,?,?,?,?,?,?)",
      {mail.message_id, mail.from, join_lines(mail.to), mail.subject, join_lines(mail.attachments), kept(mail.received),
       static_cast<std::int64_t>(source.size()), std::string(source), mail.protocol});
  const auto message = database_.last_insert_id();
  for (const auto& copy : copies) {
    if (!done) break;
    done = database_.run("INSERT INTO copy (message, mailbox, folder, seen, due) VALUES (?,?,?,0,?)",
                         {message, copy.mailbox, copy.folder, kept(copy.due)});
  }
  return done;
}

Result<bool> Store::release(Instant now) {
  const auto due = next_due();
  if (!due || *due > now) return false;
  auto done = database_.run("UPDATE copy SET due = 0 WHERE due > 0 AND due <= ?", {kept(now)});
  return done ? Result<bool>(true) : std::unexpected(done.error());
}

std::optional<Instant> Store::next_due() {
  std::optional<Instant> next;
  read("SELECT min(due) FROM copy WHERE due > 0", {}, [&](const Database::Row& row) {
    if (!row.empty(0)) next = instant(row.integer(0));
  });
  return next;
}

std::vector<Sending> Store::sent_since(std::string_view mailbox, Instant since) {
  std::vector<Sending> found;
  read(
      "SELECT received, recipients FROM copy JOIN message ON message.id = copy.message "
      "WHERE mailbox = ? AND folder = 'sentitems' AND received >= ? ORDER BY copy.id",
      {std::string(mailbox), kept(since)}, [&](const Database::Row& row) {
        found.push_back({instant(row.integer(0)), static_cast<int>(split_lines(row.text(1)).size())});
      });
  return found;
}

std::vector<SmtpClient> Store::smtp_clients(Instant since) {
  std::vector<SmtpClient> found;
  read(
      "SELECT mailbox, protocol, count(*), max(received) FROM copy JOIN message ON message.id = copy.message "
      "WHERE folder = 'sentitems' AND received >= ? GROUP BY mailbox, protocol ORDER BY count(*) DESC, mailbox",
      {kept(since)}, [&](const Database::Row& row) {
        found.push_back({row.text(0), row.text(1), static_cast<int>(row.integer(2)), instant(row.integer(3))});
      });
  return found;
}

std::vector<Mail> Store::find_mails(const std::string& where, std::initializer_list<Database::Value> values) {
  std::vector<Mail> found;
  read(fmt::format("SELECT copy.id, mailbox, folder, sender, subject, message_id, recipients, attachments, received, "
                   "size, seen, protocol FROM copy JOIN message ON message.id = copy.message {}",
                   where),
       values, [&](const Database::Row& row) {
         found.push_back({.id = row.integer(0),
                          .mailbox = row.text(1),
                          .folder = row.text(2),
                          .from = row.text(3),
                          .subject = row.text(4),
                          .message_id = row.text(5),
                          .to = split_lines(row.text(6)),
                          .attachments = split_lines(row.text(7)),
                          .received = instant(row.integer(8)),
                          .size = static_cast<std::size_t>(row.integer(9)),
                          .seen = row.integer(10) != 0,
                          .protocol = row.text(11)});
       });
  return found;
}

std::vector<Mail> Store::mails(const MailQuery& query) {
  return find_mails(
      fmt::format("{} ORDER BY copy.id {} LIMIT ?4 OFFSET ?5", those_asked_for, query.oldest_first ? "ASC" : "DESC"),
      {query.mailbox, query.folder, lower(query.words), std::int64_t{query.limit}, std::int64_t{query.offset}});
}

Store::MailCount Store::count_mails(const MailQuery& query) {
  MailCount count;
  read(fmt::format("SELECT count(*), count(*) - total(seen) FROM copy {}", those_asked_for),
       {query.mailbox, query.folder, lower(query.words)},
       [&](const Database::Row& row) { count = {static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1))}; });
  return count;
}

std::optional<Mail> Store::mail(std::int64_t id) {
  auto found = find_mails("WHERE copy.id = ?", {id});
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<std::string> Store::mail_source(std::int64_t id) {
  std::optional<std::string> source;
  read("SELECT source FROM copy JOIN message ON message.id = copy.message WHERE copy.id = ?", {id},
       [&](const Database::Row& row) { source = row.text(0); });
  return source;
}

Result<void> Store::mark_seen(std::int64_t id) { return database_.run("UPDATE copy SET seen = 1 WHERE id = ?", {id}); }

}  // namespace paneltwin::net::cloud
