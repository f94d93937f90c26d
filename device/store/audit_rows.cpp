// The audit log in the store.
#include "device/names.hpp"
#include "device/store/store.hpp"

namespace paneltwin::device {

Result<std::int64_t> Store::add(const AuditEntry& entry, std::size_t most) {
  std::int64_t number = 0;
  auto done = database_.transaction([&]() -> Result<void> {
    auto added = database_.run("INSERT INTO audit (at, user, place, event, detail, done) VALUES (?, ?, ?, ?, ?, ?)",
                               {entry.at.time_since_epoch().count(), entry.user, entry.place,
                                std::string(name_of(entry.event)), entry.detail, std::int64_t{entry.done}});
    if (!added) return added;
    number = database_.last_insert_id();
    return database_.run("DELETE FROM audit WHERE number <= ?", {number - static_cast<std::int64_t>(most)});
  });
  if (!done) return std::unexpected(done.error());
  return number;
}

Result<std::vector<AuditEntry>> Store::audit() {
  std::vector<AuditEntry> entries;
  auto read = database_.query("SELECT number, at, user, place, event, detail, done FROM audit ORDER BY number DESC", {},
                              [&](const Database::Row& row) {
                                const auto event = named<AuditEvent>(row.text(4));
                                if (!event) return;  // of a later version
                                entries.push_back({.number = row.integer(0),
                                                   .at = Instant(Duration(row.integer(1))),
                                                   .user = row.text(2),
                                                   .place = row.text(3),
                                                   .event = *event,
                                                   .detail = row.text(5),
                                                   .done = row.integer(6) != 0});
                              });
  if (!read) return std::unexpected(read.error());
  return entries;
}

}  // namespace paneltwin::device
